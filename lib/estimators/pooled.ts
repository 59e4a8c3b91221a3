import type { Estimate } from "#lib/domain/estimate.ts";
import { jackknife, type LeftOut } from "#lib/stats/jackknife.ts";
import { type GroupEstimate, partialPooling } from "#lib/stats/partial-pooling.ts";
import { type CascadeCount, logistic, logitPart, logRatio } from "./cascade-ratio.ts";
import { RULE_OF_THREE } from "./estimates.ts";
import { logK, type ReproductionNumber } from "./k.ts";

const LEAST_GROUPS = 3;
/** What stands for a count of none, and the variance of its logarithm. */
const HALF = 0.5;
const HALF_VARIANCE = 1 / HALF;

/** Whether groups may be ranked: too few of them have an interval, they differ by no more than chance, or they do. */
export type PoolingVerdict = "too-few" | "alike" | "differ";

/** The same number of many groups, each drawn towards the mean of all. */
export interface Pooled {
  readonly verdict: PoolingVerdict;
  /** In the order of the groups. A group of one cascade has the mean of all, "too-few-to-tell". */
  readonly estimates: readonly Estimate[];
}

/** What a group brings: its own estimate, too little to have one, or nothing. */
type Group = GroupEstimate | "one-cascade" | null;

/** K of several groups of sharers, pooled on the logarithm (METRICS §2.10). */
export function poolKs(found: readonly ReproductionNumber[]): Pooled {
  const groups = found.map((number): Group => {
    const { estimate, cascades } = number;
    if (estimate.value === null) return null;
    // The upper end of a childless K is the rule of three over its effective shares.
    const shares = RULE_OF_THREE / (estimate.high ?? Number.NaN);
    return groupOf(logK(number, "sharers"), cascades, Math.log(HALF / shares));
  });
  return pooled(groups, Math.exp);
}

/** Ratios of sums over cascades of several groups, pooled on the logarithm. */
export function poolRatios(groups: readonly (readonly CascadeCount[])[]): Pooled {
  return pooled(
    groups.map((counts) => {
      const { x, cascades } = sizeOf(counts);
      return x === 0 ? null : groupOf(logRatio(counts), cascades, Math.log(HALF / x));
    }),
    Math.exp,
  );
}

/** Parts of cases that come in cascades, of several groups, pooled on the logit. */
export function poolParts(groups: readonly (readonly CascadeCount[])[]): Pooled {
  return pooled(
    groups.map((counts) => {
      const { x, y, cascades } = sizeOf(counts);
      const none = Math.log(HALF / Math.max(HALF, x - HALF));
      return x === 0 ? null : groupOf(logitPart(counts), cascades, y === 0 ? none : -none);
    }),
    logistic,
  );
}

function sizeOf(counts: readonly CascadeCount[]): { x: number; y: number; cascades: number } {
  const sizes = { x: 0, y: 0, cascades: 0 };
  for (const { x, y } of counts) {
    sizes.x += x;
    sizes.y += y;
    sizes.cascades += x > 0 ? 1 : 0;
  }
  return sizes;
}

/** @param ofNone the estimate on its scale where nothing was counted */
function groupOf(leftOut: LeftOut | null, cascades: number, ofNone: number): Group {
  if (cascades < 2) return "one-cascade";
  if (leftOut === null) return { theta: ofNone, variance: HALF_VARIANCE, df: 1 };
  const found = jackknife(leftOut);
  return found === null ? "one-cascade" : { theta: leftOut.theta, variance: found.variance, df: found.df };
}

function pooled(groups: readonly Group[], back: (theta: number) => number): Pooled {
  const known = groups.filter((group) => group !== null && group !== "one-cascade");
  if (known.length < LEAST_GROUPS)
    return { verdict: "too-few", estimates: groups.map(() => ({ value: null, why: "too-few" })) };
  const { tau2, mean, groups: drawn } = partialPooling(known);
  return {
    verdict: tau2 === 0 ? "alike" : "differ",
    estimates: groups.map((group): Estimate => {
      if (group === null) return { value: null, why: "empty" };
      if (group === "one-cascade") return { value: back(mean), note: "too-few-to-tell" };
      const own = drawn[known.indexOf(group)];
      if (own === undefined) return { value: null, why: "empty" };
      return { value: back(own.theta), low: back(own.low), high: back(own.high) };
    }),
  };
}
