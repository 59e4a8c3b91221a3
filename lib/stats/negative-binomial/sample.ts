import { logGamma } from "#lib/stats/log-gamma.ts";
import { compensatedSum } from "#lib/stats/sum.ts";

/** How many shares have how many children: count → shares. */
export type CountHistogram = ReadonlyMap<number, number>;

/** Shares that were watched for the same part of their time to have children. */
export interface ExposureGroup {
  /** Effective share e, above 0: 1 when mature. */
  readonly exposure: number;
  readonly shares: number;
  /** Children of those shares. */
  readonly children: number;
}

/** What the likelihood of counts x ~ NB(mean R e, size k) reads of them, whatever R and k are. */
export interface NegativeBinomialSample {
  readonly shares: number;
  readonly children: number;
  /** Σe over the shares. */
  readonly exposure: number;
  /** Σx². */
  readonly squares: number;
  /** Σ ln x!. */
  readonly logFactorials: number;
  readonly groups: readonly ExposureGroup[];
  /** For every j from `from` up to but not including `to`, `shares` shares have more than j children. */
  readonly runs: readonly { readonly from: number; readonly to: number; readonly shares: number }[];
}

/**
 * Gathers a histogram of counts for fitting. The exposures enter the likelihood only by group, so that a
 * group needs no histogram of its own.
 * @param groups exposures of the same shares; left out when all are mature
 */
export function negativeBinomialSample(
  histogram: CountHistogram,
  groups?: readonly ExposureGroup[],
): NegativeBinomialSample {
  const counts = [...histogram].filter(([, shares]) => shares > 0).sort(([a], [b]) => a - b);
  const total = (of: (count: number) => number) =>
    compensatedSum(counts.map(([x, shares]) => shares * of(x)));
  const shares = total(() => 1);
  const children = total((x) => x);
  const watched = groups ?? [{ exposure: 1, shares, children }];
  return {
    shares,
    children,
    exposure: compensatedSum(watched.map((group) => group.exposure * group.shares)),
    squares: total((x) => x * x),
    logFactorials: total((x) => logGamma(x + 1)),
    groups: watched,
    runs: runsOf(counts, shares),
  };
}

function runsOf(counts: readonly (readonly [number, number])[], shares: number) {
  let from = 0;
  let above = shares;
  const runs: { from: number; to: number; shares: number }[] = [];
  for (const [to, having] of counts) {
    if (to > from) runs.push({ from, to, shares: above });
    above -= having;
    from = to;
  }
  return runs;
}
