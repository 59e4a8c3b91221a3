import type { Estimate } from "#lib/domain/estimate.ts";
import { normalCdf, normalQuantile } from "#lib/stats/normal.ts";
import { poissonRegression } from "#lib/stats/poisson.ts";
import type { CohortRow } from "./cohort-table.ts";

/** Where the K of cohorts is going. */
export interface KTrend {
  /** K of a cohort over that of the one before. */
  readonly ratio: Estimate;
  /** Two-sided p of a ratio of 1; null without a ratio. */
  readonly p: number | null;
  /** Read off the interval alone; null without a ratio. */
  readonly direction: "falling" | "unclear" | "rising" | null;
}

const LEAST_EFFECTIVE = 5;
const LEAST_SEEN = 0.2;
const LEAST_COHORTS = 4;

/**
 * Trend of K (METRICS §2.5): Poisson regression of the children of cohorts on their index with offset ln E, the
 * standard error widened by √max(1, Pearson/df), normal quantiles. Cohorts with E below 5 or below a fifth of
 * their shares are passed over; four must remain.
 *
 * @param cohorts equally long and in order of time
 */
export function kTrend(cohorts: readonly Pick<CohortRow, "shares" | "children" | "effective">[]): KTrend {
  const used = cohorts
    .map((cohort, index) => ({ ...cohort, index }))
    .filter(({ effective, shares }) => effective >= LEAST_EFFECTIVE && effective >= LEAST_SEEN * shares);
  const fit =
    used.length < LEAST_COHORTS
      ? null
      : poissonRegression(
          used.map(({ children }) => children),
          used.map(({ index }) => index),
          used.map(({ effective }) => Math.log(effective)),
        );
  if (fit === null) return { ratio: { value: null, why: "too-few" }, p: null, direction: null };
  const error = fit.slopeError * Math.sqrt(Math.max(1, fit.pearson / fit.df));
  const reach = normalQuantile(0.975) * error;
  const low = Math.exp(fit.slope - reach);
  const high = Math.exp(fit.slope + reach);
  return {
    ratio: { value: Math.exp(fit.slope), low, high },
    p: 2 * normalCdf(-Math.abs(fit.slope / error)),
    direction: high < 1 ? "falling" : low > 1 ? "rising" : "unclear",
  };
}
