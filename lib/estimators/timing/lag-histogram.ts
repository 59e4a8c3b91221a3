import type { LagDistribution } from "./lag-distribution.ts";

/** The part of the children whose lag is above `from` and at most `to`, milliseconds. */
export interface LagBin {
  readonly from: number;
  readonly to: number;
  /** 0 to 1. */
  readonly part: number;
}

const FIRST_BIN = 1000;

/**
 * A histogram on a logarithmic axis: the first bin is the first second, lag 0 included, and every other one
 * is as wide as all before it, cut at the end of the distribution.
 */
export function lagHistogram({ cdf, within }: Pick<LagDistribution, "cdf" | "within">): LagBin[] {
  const bins: LagBin[] = [];
  let from = 0;
  let below = 0;
  while (from < within) {
    const to = Math.min(within, from === 0 ? FIRST_BIN : 2 * from);
    const by = cdf(to);
    bins.push({ from, to, part: by - below });
    from = to;
    below = by;
  }
  return bins;
}
