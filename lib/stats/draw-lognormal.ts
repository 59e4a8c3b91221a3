import { drawNormal } from "#lib/stats/draw-normal.ts";
import type { Random } from "#lib/stats/random.ts";

/**
 * One draw from the log-normal distribution.
 *
 * @param median positive, in the unit of the answer
 * @param sigma standard deviation of the logarithm, >= 0; the mean is `median * exp(sigma^2 / 2)`
 */
export function drawLognormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * drawNormal(random));
}
