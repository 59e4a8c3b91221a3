import type { Random } from "#lib/stats/random.ts";

/**
 * One draw from the exponential distribution, by inversion.
 *
 * @param mean mean of the untruncated distribution, in the unit of the answer
 * @param horizon draws are conditioned to be at most this; the whole half-line when left out
 */
export function drawExponential(random: Random, mean: number, horizon = Number.POSITIVE_INFINITY): number {
  const withinHorizon = -Math.expm1(-horizon / mean);
  return -mean * Math.log1p(-random.next() * withinHorizon);
}
