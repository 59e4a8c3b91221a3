import { gammaQuantile } from "#lib/stats/gamma-quantile.ts";
import { gammaSurvival } from "#lib/stats/gamma-survival.ts";

/**
 * Expected share of children of the top `proportion` of shares when every share has a reproduction number of
 * its own, gamma distributed. Depends on the dispersion k only; for k = Infinity all are alike.
 *
 * Source: Lloyd-Smith et al. 2005, Nature 438.
 *
 * @param proportion of shares, 0 to 1
 * @param dispersion above 0
 */
export function concentrationGamma(proportion: number, dispersion: number): number {
  if (dispersion === Number.POSITIVE_INFINITY) return proportion;
  return gammaSurvival(gammaQuantile(1 - proportion, dispersion), dispersion + 1);
}
