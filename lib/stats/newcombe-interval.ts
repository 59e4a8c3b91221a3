import type { Interval } from "#lib/stats/interval.ts";
import { wilsonInterval } from "#lib/stats/wilson-interval.ts";

/**
 * Interval of the difference of two independent proportions, B − A, from their Wilson intervals (Newcombe
 * 1998, method 10). Null when either n is 0.
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function newcombeInterval(
  xA: number,
  nA: number,
  xB: number,
  nB: number,
  level = 0.95,
): Interval | null {
  const a = wilsonInterval(xA, nA, level);
  const b = wilsonInterval(xB, nB, level);
  if (a === null || b === null) return null;
  const pA = xA / nA;
  const pB = xB / nB;
  const low = pB - pA - Math.hypot(pB - b.low, a.high - pA);
  const high = pB - pA + Math.hypot(b.high - pB, pA - a.low);
  return { low, high };
}
