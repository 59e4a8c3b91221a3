import { gammaLogQuantile } from "#lib/stats/gamma-log-quantile.ts";

/**
 * The x with P(X ≤ x) = p for X ~ Gamma(shape, rate); relative error below 1e-10. A
 * value under the smallest double is 0.
 * @throws RangeError unless p is in [0, 1] and shape and rate are above 0 and finite
 */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  if (!(p >= 0 && p <= 1 && shape > 0 && rate > 0 && shape < Infinity && rate < Infinity)) {
    throw new RangeError(`no gamma quantile for p ${p}, shape ${shape}, rate ${rate}`);
  }
  if (p === 0) return 0;
  return p === 1 ? Infinity : Math.exp(gammaLogQuantile(p, 1 - p, shape)) / rate;
}
