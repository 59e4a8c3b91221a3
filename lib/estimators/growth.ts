import type { Estimate } from "#lib/domain/estimate.ts";
import { poissonRegression } from "#lib/stats/poisson.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import type { LagSteps } from "./lag-distribution.ts";

const LEAST_STEPS = 5;
const LEAST_EVENTS = 10;

/**
 * Growth rate per unit of time (METRICS §3.2): slope of a log-link Poisson regression of counts on the middle of
 * their steps with offset ln length, the standard error widened by √max(1, Pearson/(n − 2)), t quantiles with n − 2
 * degrees of freedom. A day of 23 or 25 hours makes no growth.
 *
 * @param counts events of complete steps, the latest last; zeros included
 * @param edges where the steps begin and the last one ends, ascending: one more than counts
 * @returns per unit of the edges; null with a reason below 5 steps or 10 events
 */
export function growthRateOf(counts: readonly number[], edges: readonly number[]): Estimate {
  const events = counts.reduce((sum, count) => sum + count, 0);
  if (events === 0) return { value: null, why: "empty" };
  if (counts.length < LEAST_STEPS || events < LEAST_EVENTS) return { value: null, why: "too-few" };
  const start = edges[0] ?? 0;
  const middles = counts.map((_, i) => ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2 - start);
  const lengths = counts.map((_, i) => (edges[i + 1] ?? 0) - (edges[i] ?? 0));
  const fit = poissonRegression(counts, middles, lengths.map(Math.log));
  if (fit === null) return { value: null, why: "too-few" };
  // A flat series is flat: no residue of the iteration may give it a doubling time.
  const isFlat = counts.every(
    (count, i) => count * (lengths[0] ?? 0) === (counts[0] ?? 0) * (lengths[i] ?? 0),
  );
  const value = isFlat ? 0 : fit.slope;
  const error = fit.slopeError * Math.sqrt(Math.max(1, fit.pearson / fit.df));
  const reach = tQuantile(0.975, fit.df) * error;
  return { value, low: value - reach, high: value + reach };
}

/** What a growth rate means in time, in the unit of time of the rate. */
type DoublingTime =
  | {
      readonly kind: "doubling" | "halving";
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "unclear";
      /** Doubling takes longer than this; Infinity where the interval of the rate ends at 0. */
      readonly doublingAbove: number;
      /** Halving takes longer than this; Infinity where it begins at 0. */
      readonly halvingAbove: number;
    };

/**
 * Time to double, ln 2/r, or to halve, ln 2/|r|, with the interval of the rate turned round; "unclear" where that
 * interval contains 0 (METRICS §3.2).
 *
 * @param rate of `growthRateOf`
 * @returns null where the rate is unknown or has no interval
 */
export function doublingTimeOf(rate: Estimate): DoublingTime | null {
  if (rate.value === null || rate.low === undefined || rate.high === undefined) return null;
  const { value, low, high } = rate;
  if (low > 0)
    return { kind: "doubling", value: Math.LN2 / value, low: Math.LN2 / high, high: Math.LN2 / low };
  if (high < 0)
    return { kind: "halving", value: Math.LN2 / -value, low: Math.LN2 / -low, high: Math.LN2 / -high };
  return {
    kind: "unclear",
    doublingAbove: Math.LN2 / Math.abs(high),
    halvingAbove: Math.LN2 / Math.abs(low),
  };
}

/**
 * R of a population that grows at a rate r, for generation intervals as they were seen: 1/Σ w_k e^(−r a_k) over the
 * ages a_k themselves. In bins, what lies inside one would count as no time at all, and R be near 1 whatever happens.
 * Cut the ages at the maturity horizon: a decline has no R under a heavy tail. It rises with the rate, so the ends of
 * an interval go through.
 *
 * Source: Wallinga and Lipsitch 2007.
 *
 * @param rate per unit of the ages
 * @param steps rescaled to sum to 1
 * @returns null when the weights are all 0
 */
export function rFromGrowthOfAges(rate: number, { age, weight }: LagSteps): number | null {
  let total = 0;
  let discounted = 0;
  for (let k = 0; k < age.length; k++) {
    total += weight[k] ?? 0;
    discounted += (weight[k] ?? 0) * Math.exp(-rate * (age[k] ?? 0));
  }
  return total === 0 ? null : total / discounted;
}

/**
 * R of a population that grows at a rate r, for gamma generation intervals: 1/M(−r) = (1 + r sd²/mean)^(mean²/sd²),
 * and e^(r mean) where all intervals are equal. It rises with the rate, so the ends of an interval go through.
 * A cross-check on K, not a headline.
 *
 * Source: Wallinga and Lipsitch 2007.
 *
 * @param rate per unit of time
 * @param mean of the generation interval, above 0
 * @param sd of the generation interval, >= 0
 * @returns null where so steep a decline is impossible with these intervals
 */
export function rFromGrowthOfGamma(rate: number, mean: number, sd: number): number | null {
  if (sd === 0) return Math.exp(rate * mean);
  const scale = sd ** 2 / mean;
  return rate * scale <= -1 ? null : Math.exp((mean / scale) * Math.log1p(rate * scale));
}
