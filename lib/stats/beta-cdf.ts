import { betaTails } from "#lib/stats/beta-tails.ts";

/**
 * P(X ≤ x) for X ~ Beta(a, b), the regularised incomplete beta function; relative error below 1e-10. For the
 * upper tail call betaCdf(1 − x, b, a).
 * @throws RangeError unless a and b are above 0 and finite, and x is a number
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity) || Number.isNaN(x)) {
    throw new RangeError(`no beta distribution at ${x}, a ${a}, b ${b}`);
  }
  if (x <= 0) return 0;
  return x >= 1 ? 1 : Math.exp(betaTails(x, 1 - x, a, b).lower);
}
