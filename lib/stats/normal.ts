import { gammaLogQuantile, gammaTails } from "./gamma.ts";

/**
 * Φ(z), by P(Z² > z²) = Q(1/2, z²/2); relative error below 1e-10 in the lower tail too. The upper tail
 * is normalCdf(−z). NaN stays NaN.
 */
export function normalCdf(z: number): number {
  const half = (z * z) / 2;
  if (half === 0) return 0.5;
  if (half === Infinity) return z < 0 ? 0 : 1;
  if (Number.isNaN(half)) return half;
  const bothTails = Math.exp(gammaTails(half, 0.5).upper);
  return z < 0 ? bothTails / 2 : 1 - bothTails / 2;
}

/**
 * The z with Φ(z) = p, from the gamma quantile of z²/2; relative error below 1e-10.
 * @throws RangeError unless p is in [0, 1]
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`no normal quantile for p ${p}`);
  return symmetricQuantile(p, (inside, outside) => {
    return Math.SQRT2 * Math.exp(gammaLogQuantile(inside, outside, 0.5) / 2);
  });
}

/**
 * The x with P(X ≤ x) = p for X on the whole line and symmetric about 0.
 * @param p 0 to 1
 * @param size the d with P(|X| ≤ d) = inside and P(|X| > d) = outside = 1 − inside, both above 0
 */
export function symmetricQuantile(p: number, size: (inside: number, outside: number) => number): number {
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p === 0.5) return 0;
  return p < 0.5 ? -size(2 * (0.5 - p), 2 * p) : size(2 * (p - 0.5), 2 * (1 - p));
}
