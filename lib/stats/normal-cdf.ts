import { gammaTails } from "#lib/stats/gamma-tails.ts";

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
