import { betaQuantile } from "#lib/stats/beta-quantile.ts";
import { checkProportion } from "#lib/stats/check-proportion.ts";
import type { Interval } from "#lib/stats/interval.ts";

/**
 * Exact interval of a proportion by equal binomial tails (Clopper and Pearson 1934). Null for n = 0.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function clopperPearsonInterval(x: number, n: number, level = 0.95): Interval | null {
  checkProportion(x, n);
  if (n === 0) return null;
  const low = x === 0 ? 0 : betaQuantile((1 - level) / 2, x, n - x + 1);
  const high = x === n ? 1 : betaQuantile((1 + level) / 2, x + 1, n - x);
  return { low, high };
}
