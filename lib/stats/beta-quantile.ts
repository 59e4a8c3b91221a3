import { betaLogitQuantile } from "#lib/stats/beta-logit-quantile.ts";

/**
 * The x with P(X ≤ x) = p for X ~ Beta(a, b); relative error below 1e-10. A value under 1e-304 is 0.
 * @throws RangeError unless p is in [0, 1] and a and b are above 0 and finite
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`no beta quantile for p ${p}, a ${a}, b ${b}`);
  }
  if (p === 0 || p === 1) return p;
  const logit = betaLogitQuantile(p, 1 - p, a, b);
  return logit <= -700 ? 0 : 1 / (1 + Math.exp(-logit));
}
