import { drawGamma, drawPoisson } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";

/**
 * One draw from the negative binomial distribution with variance `mean + mean^2 / dispersion`: a Poisson
 * count whose mean is itself gamma distributed. Infinite dispersion is the Poisson distribution.
 *
 * Source: Lloyd-Smith et al. 2005, Nature 438.
 *
 * @param mean >= 0
 * @param dispersion > 0, small when few cause most; Infinity allowed
 */
export function drawNegativeBinomial(random: Random, mean: number, dispersion: number): number {
  if (dispersion === Number.POSITIVE_INFINITY) return drawPoisson(random, mean);
  return drawPoisson(random, (mean / dispersion) * drawGamma(random, dispersion));
}
