import { checkProportion } from "#lib/stats/check-proportion.ts";
import type { Interval } from "#lib/stats/interval.ts";
import { normalQuantile } from "#lib/stats/normal-quantile.ts";

/**
 * Score interval of a proportion, without continuity correction (Wilson 1927); exactly 0 or 1 at its end for
 * none or all of n. Null for n = 0.
 * @throws RangeError unless 0 ≤ x ≤ n
 */
export function wilsonInterval(x: number, n: number, level = 0.95): Interval | null {
  checkProportion(x, n);
  if (n === 0) return null;
  const z = normalQuantile((1 + level) / 2);
  const centre = x + (z * z) / 2;
  const half = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  const low = x === 0 ? 0 : (centre - half) / (n + z * z);
  const high = x === n ? 1 : (centre + half) / (n + z * z);
  return { low, high };
}
