import type { Estimate } from "#lib/domain/estimate.ts";
import { negativeBinomialSurvival } from "#lib/stats/negative-binomial/distribution.ts";
import { type NegativeBinomialFit, negativeBinomialFit } from "#lib/stats/negative-binomial/fit.ts";
import type { CountHistogram, ExposureGroup } from "#lib/stats/negative-binomial/sample.ts";
import type { ProgenyLaw } from "#lib/stats/total-progeny.ts";
import { type Progeny, totalProgenyAtLeast, totalProgenyAverage } from "#lib/stats/total-progeny.ts";
import { jackknifeEstimate } from "./cascade-ratio.ts";
import { dispersionLeftOut, type OffspringShares } from "./dispersion.ts";
import { clusteredNote } from "./estimates.ts";

/** With fewer, k is biased. */
export const LEAST_PARENTS = 10;
const HEAVIER = 2;
/** Half the width of a 95 % interval in standard deviations. */
const Z = 1.959963984540054;
/** Stand for a K without an upper end and a spread of ln K that nothing narrows: more changes the chance no more. */
const MOST_CHILDREN = 1e6;
const MOST_LOG_SD = 5;

/** Does everybody pass it on a bit, or do a few carry it? The negative binomial fitted to sharers' children. */
export interface OffspringFit {
  readonly shares: number;
  readonly children: number;
  /** Shares with a child. */
  readonly parents: number;
  /** R of the shares in hand; for new campaigns read K, whose interval goes by cascades. */
  readonly reproduction: Estimate;
  /**
   * k: small when few cause most; Infinity when counts vary no more than chance has it. Its interval leaves every
   * cascade out in turn, and is there also where there are too few parents for a value.
   */
  readonly dispersion: Estimate;
  /** Counts vary more than twice as much as the fit: it understates the largest spreaders. */
  readonly isHeavier: boolean;
  readonly model: NegativeBinomialFit | null;
}

/**
 * Fits a histogram of children (METRICS §4.1, §4.2). Below ten parents k is biased: it has an interval then,
 * but no value. A tail heavier than the model has a value and no interval.
 * @param of.groups effective shares of the same shares; left out when all are mature
 * @param of.shares the same shares by cascade, for the interval of k; left out, it has none
 */
export function offspringFit(
  histogram: CountHistogram,
  { groups, shares: byCascade }: { groups?: readonly ExposureGroup[]; shares?: OffspringShares } = {},
): OffspringFit {
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
    dispersion: dispersion(model, { parents, isHeavier, byCascade }),
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

interface DispersionOf {
  readonly parents: number;
  readonly isHeavier: boolean;
  readonly byCascade: OffspringShares | undefined;
}

function dispersion(
  model: NegativeBinomialFit | null,
  { parents, isHeavier, byCascade }: DispersionOf,
): Estimate {
  if (model === null) return { value: null, why: "empty" };
  const { mean, dispersion: value } = model;
  if (value === null) return { value: null, why: "too-few", note: "no-children" };
  const isFew = parents < LEAST_PARENTS;
  if (isHeavier) {
    const note = "heavier-tail" as const;
    return isFew ? { value: null, why: "too-few", note } : { value, note };
  }
  const found = withoutEach(value, mean, byCascade);
  if (!isFew || found.value === null) return found;
  const { low, high } = found;
  const unknown = { value: null, why: "too-few" } as const;
  return low === undefined || high === undefined ? unknown : { ...unknown, low, high };
}

/** k with the interval of leaving every cascade out in turn. */
function withoutEach(value: number, mean: number, shares: OffspringShares | undefined): Estimate {
  if (shares === undefined) return { value };
  const leftOut = dispersionLeftOut(shares, { mean, dispersion: value });
  // What is infinite has no scale on which a range could be wide.
  if (leftOut === null) return { value, ...clusteredNote(shares.cascades, shares.cascades) };
  return jackknifeEstimate(value, leftOut, Math.exp, shares.cascades);
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

/** P(X ≥ children) as counted, and as the fit has it. */
interface OffspringTailPoint {
  readonly children: number;
  readonly seen: number;
  /** Null without a fit. */
  readonly fitted: number | null;
}

/** Both tails at every number of children that occurs, ascending: the fit is shown over the data or not at all. */
export function offspringTail(
  histogram: CountHistogram,
  model: Pick<NegativeBinomialFit, "mean" | "dispersion"> | null,
): OffspringTailPoint[] {
  const counts = [...histogram].sort(([a], [b]) => a - b);
  const shares = counts.reduce((sum, [, having]) => sum + having, 0);
  const dispersion = model?.dispersion ?? null;
  let above = shares;
  return counts.map(([children, having]) => {
    const seen = above / shares;
    above -= having;
    const fitted =
      model === null || dispersion === null
        ? null
        : negativeBinomialSurvival(children, model.mean, dispersion);
    return { children, seen, fitted };
  });
}

/** Who is about to share, and what is known of sharers. */
interface MoreSharesInput {
  /** Shares that children are still expected of. */
  readonly seeds: number;
  /** Children expected of each of those; as of any sharer when left out. */
  readonly seedLaw?: ProgenyLaw;
  /** K of sharers. */
  readonly k: Estimate;
  readonly fit: Pick<OffspringFit, "isHeavier"> & { readonly dispersion: number };
}

/**
 * Probability that the seeds bring at least `more` shares, averaged over the uncertainty of K and with the
 * answers for the ends of K's interval as its own (METRICS §4.4). Null where the offspring of shares have a
 * heavier tail than the model, which would understate large cascades.
 * @param more whole, 0 or above; time grows with it, and with its square where seeds have their own law
 */
export function moreShares(more: number, { seeds, seedLaw, k, fit }: MoreSharesInput): Estimate {
  if (k.value === null) return k;
  if (fit.isHeavier) return { value: null, why: "too-few", note: "heavier-tail" };
  const progeny = (mean: number): Progeny => {
    const plain = { seeds, law: { mean, dispersion: fit.dispersion } };
    return seedLaw === undefined ? plain : { ...plain, seedLaw };
  };
  const { value, low, note } = k;
  const high = k.high === undefined ? undefined : Math.min(MOST_CHILDREN, k.high);
  if (low === undefined || high === undefined) {
    return { value: totalProgenyAtLeast(more, progeny(value)), note: "optimistic" };
  }
  const below = totalProgenyAtLeast(more, progeny(low));
  const above = totalProgenyAtLeast(more, progeny(high));
  if (value === 0) return { value: below, low: below, high: above, note: "optimistic" };
  // By the lower end, which is one also where the upper one is open.
  const logSd = Math.min(MOST_LOG_SD, Math.log(value / low) / Z);
  const average = totalProgenyAverage(more, progeny(value), logSd);
  const estimate = { value: average, low: Math.min(below, average), high: Math.max(above, average) };
  return note === undefined ? estimate : { ...estimate, note };
}
