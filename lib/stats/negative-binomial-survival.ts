import { betaCdf } from "#lib/stats/beta-cdf.ts";
import { gammaCdf } from "#lib/stats/gamma-cdf.ts";

/**
 * P(X ≥ count) for X negative binomial with variance m + m²/k for the mean m, accurate in the tail:
 * the incomplete beta function, or gamma for Poisson counts (k Infinity).
 * @param mean 0 or above
 * @param dispersion k, above 0
 */
export function negativeBinomialSurvival(count: number, mean: number, dispersion: number): number {
  if (count <= 0) return 1;
  if (mean === 0) return 0;
  if (dispersion === Number.POSITIVE_INFINITY) return gammaCdf(mean, count);
  return betaCdf(mean / (dispersion + mean), count, dispersion);
}
