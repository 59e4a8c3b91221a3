import type { Estimate } from "#lib/domain/estimate.ts";
import type { Interval } from "#lib/stats/interval.ts";
import { type NegativeBinomialFit, negativeBinomialFit } from "#lib/stats/negative-binomial/fit.ts";
import type { CountHistogram, ExposureGroup } from "#lib/stats/negative-binomial/sample.ts";

/** Does everybody pass it on a bit, or do a few carry it? The negative binomial fitted to sharers' children. */
export interface OffspringFit {
  readonly shares: number;
  readonly children: number;
  /** Shares with a child. */
  readonly parents: number;
  /** R of the shares in hand; for new campaigns read K, whose interval goes by cascades. */
  readonly reproduction: Estimate;
  /** k: small when few cause most; Infinity when counts vary no more than chance has it. */
  readonly dispersion: Estimate;
  /** Interval of k, also where there are too few parents for a value. */
  readonly dispersionEnds: Interval | null;
  /** P of counts at least as unequal, if all shares had the same R; null without a child. */
  readonly overdispersionP: number | null;
  /** Counts vary more than twice as much as the fit: it understates the largest spreaders. */
  readonly isHeavier: boolean;
  readonly model: NegativeBinomialFit | null;
}

const LEAST_PARENTS = 10;
const HEAVIER = 2;

/**
 * Fits a histogram of children (METRICS §4.1, §4.2). Below ten parents k is biased: it has an interval then,
 * but no value.
 * @param groups effective shares of the same shares; left out when all are mature
 */
export function offspringFit(histogram: CountHistogram, groups?: readonly ExposureGroup[]): OffspringFit {
  let shares = 0;
  let children = 0;
  for (const [count, having] of histogram) {
    shares += having;
    children += count * having;
  }
  const model = negativeBinomialFit(histogram, groups);
  const parents = shares - (histogram.get(0) ?? 0);
  const isHeavier = model !== null && spread(histogram, model, groups) > HEAVIER;
  return {
    shares,
    children,
    parents,
    reproduction: reproduction(model, shares),
    dispersion: dispersion(model, parents, isHeavier),
    dispersionEnds: model?.dispersionEnds ?? null,
    overdispersionP: children > 0 && model !== null ? model.overdispersion.p : null,
    isHeavier,
    model,
  };
}

function reproduction(model: NegativeBinomialFit | null, shares: number): Estimate {
  if (shares === 0) return { value: null, why: "empty", note: "nobody-reshared" };
  if (model === null) return { value: null, why: "censored" };
  const estimate = { value: model.mean, ...model.meanEnds };
  return model.mean === 0 ? { ...estimate, note: "no-children" } : estimate;
}

function dispersion(model: NegativeBinomialFit | null, parents: number, isHeavier: boolean): Estimate {
  if (model === null) return { value: null, why: "empty" };
  if (model.dispersion === null) return { value: null, why: "too-few", note: "no-children" };
  const note = isHeavier ? ({ note: "heavier-tail" } as const) : {};
  if (parents < LEAST_PARENTS) return { value: null, why: "too-few", ...note };
  return { value: model.dispersion, ...model.dispersionEnds, ...note };
}

/** Squared distances of the counts from their fitted means over the ones that the fit expects. */
function spread(
  histogram: CountHistogram,
  { mean, dispersion }: NegativeBinomialFit,
  groups: readonly ExposureGroup[] = [],
): number {
  if (dispersion === null) return 0;
  let shares = 0;
  let children = 0;
  let seen = 0;
  for (const [count, having] of histogram) {
    shares += having;
    children += count * having;
    seen += having * count * count;
  }
  let expected = 0;
  for (const group of groups.length > 0 ? groups : [{ exposure: 1, shares, children }]) {
    const m = mean * group.exposure;
    seen += group.shares * m * m - 2 * group.children * m;
    expected += group.shares * (m + (m * m) / dispersion);
  }
  return seen / expected;
}
