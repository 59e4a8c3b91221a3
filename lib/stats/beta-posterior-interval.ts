import { betaQuantile } from "#lib/stats/beta-quantile.ts";
import { checkProportion } from "#lib/stats/check-proportion.ts";
import type { Interval } from "#lib/stats/interval.ts";

/**
 * Central posterior interval of a proportion under the uniform prior: quantiles of Beta(x + 1, n − x + 1).
 * For n = 0 that of the prior.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function betaPosteriorInterval(x: number, n: number, level = 0.95): Interval {
  checkProportion(x, n);
  return {
    low: betaQuantile((1 - level) / 2, x + 1, n - x + 1),
    high: betaQuantile((1 + level) / 2, x + 1, n - x + 1),
  };
}
