import { betaQuantile } from "#lib/stats/beta-quantile.ts";
import { checkProportion } from "#lib/stats/check-proportion.ts";
import type { Interval } from "#lib/stats/interval.ts";

/**
 * Quantiles of Beta(x + 1/2, n − x + 1/2), with the end 0 for none of n and 1 for all (Brown, Cai and
 * DasGupta 2001). Null for n = 0.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function jeffreysInterval(x: number, n: number, level = 0.95): Interval | null {
  checkProportion(x, n);
  if (n === 0) return null;
  const low = x === 0 ? 0 : betaQuantile((1 - level) / 2, x + 0.5, n - x + 0.5);
  const high = x === n ? 1 : betaQuantile((1 + level) / 2, x + 0.5, n - x + 0.5);
  return { low, high };
}
