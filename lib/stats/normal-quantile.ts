import { gammaLogQuantile } from "#lib/stats/gamma-log-quantile.ts";

/**
 * The z with Φ(z) = p, from the gamma quantile of z²/2; relative error below 1e-10.
 * @throws RangeError unless p is in [0, 1]
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`no normal quantile for p ${p}`);
  if (p > 0.5) return p === 1 ? Infinity : -negative(1 - p, 2 * (p - 0.5));
  return p === 0 ? -Infinity : negative(p, 2 * (0.5 - p));
}

function negative(tail: number, middle: number): number {
  return middle === 0 ? 0 : -Math.SQRT2 * Math.exp(gammaLogQuantile(middle, 2 * tail, 0.5) / 2);
}
