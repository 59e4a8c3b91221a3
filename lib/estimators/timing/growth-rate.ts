import type { Estimate } from "#lib/domain/estimate.ts";
import { poissonRegression } from "#lib/stats/poisson.ts";
import { tQuantile } from "#lib/stats/student-t.ts";

const LEAST_STEPS = 5;
const LEAST_EVENTS = 10;

/**
 * Growth rate per step (METRICS §3.2): slope of a log-link Poisson regression of counts on time, the standard
 * error widened by √max(1, Pearson/(n − 2)), t quantiles with n − 2 degrees of freedom.
 *
 * @param counts events of complete steps of equal length, the latest last; zeros included
 * @returns null with a reason below 5 steps or 10 events
 */
export function growthRate(counts: readonly number[]): Estimate {
  const events = counts.reduce((sum, count) => sum + count, 0);
  if (events === 0) return { value: null, why: "empty" };
  if (counts.length < LEAST_STEPS || events < LEAST_EVENTS) return { value: null, why: "too-few" };
  const fit = poissonRegression(
    counts,
    counts.map((_, step) => step),
  );
  if (fit === null) return { value: null, why: "too-few" };
  // A flat series is flat: no residue of the iteration may give it a doubling time.
  const value = counts.every((count) => count === counts[0]) ? 0 : fit.slope;
  const error = fit.slopeError * Math.sqrt(Math.max(1, fit.pearson / fit.df));
  const reach = tQuantile(0.975, fit.df) * error;
  return { value, low: value - reach, high: value + reach };
}
