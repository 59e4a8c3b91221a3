import type { Random } from "#lib/stats/random.ts";

/**
 * One draw from the Lomax (shifted Pareto) distribution `F(x) = 1 - (scale / (x + scale))^theta`, by inversion.
 *
 * Source: Lomax 1954, JASA 49.
 *
 * @param theta tail exponent, > 0; the untruncated mean is infinite for theta <= 1
 * @param scale in the unit of the answer, > 0
 * @param horizon draws are conditioned to be at most this; the whole half-line when left out
 */
export function drawLomax(
  random: Random,
  theta: number,
  scale: number,
  horizon = Number.POSITIVE_INFINITY,
): number {
  const withinHorizon = -Math.expm1(-theta * Math.log1p(horizon / scale));
  return scale * Math.expm1(-Math.log1p(-random.next() * withinHorizon) / theta);
}
