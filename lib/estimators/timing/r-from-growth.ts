/**
 * R of a population that grows at a rate r, for gamma generation intervals: 1/M(−r) = (1 + r sd²/mean)^(mean²/sd²),
 * and e^(r mean) where all intervals are equal. It rises with the rate, so the ends of an interval go through.
 * A cross-check on K, not a headline.
 *
 * Source: Wallinga and Lipsitch 2007.
 *
 * @param rate per unit of time
 * @param mean of the generation interval, above 0
 * @param sd of the generation interval, >= 0
 * @returns null where so steep a decline is impossible with these intervals
 */
export function rFromGrowth(rate: number, mean: number, sd: number): number | null {
  if (sd === 0) return Math.exp(rate * mean);
  const scale = sd ** 2 / mean;
  return rate * scale <= -1 ? null : Math.exp((mean / scale) * Math.log1p(rate * scale));
}
