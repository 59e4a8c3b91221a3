import { gammaCdf } from "#lib/stats/gamma.ts";

/**
 * Share of lags that are k steps long, k = 0 to count − 1: a gamma distribution moved up by one step, each lag
 * shared between its two neighbouring steps so that the mean is kept; w_0 = 0. Not rescaled to sum to 1.
 *
 * Source: Cori et al. 2013, web appendix 11.
 *
 * @param mean in steps, above 1
 * @param sd in steps, above 0
 * @throws RangeError for any other mean or sd
 */
export function serialInterval(mean: number, sd: number, count: number): number[] {
  if (!(mean > 1 && mean < Infinity && sd > 0 && sd < Infinity)) {
    throw new RangeError(`no serial interval with mean ${mean} and sd ${sd}`);
  }
  const shape = ((mean - 1) / sd) ** 2;
  const scale = sd ** 2 / (mean - 1);
  const below = (x: number, extra: number) => (x <= 0 ? 0 : gammaCdf(x, shape + extra, 1 / scale));
  return Array.from({ length: count }, (_, k) => {
    const mass = k * below(k, 0) + (k - 2) * below(k - 2, 0) - 2 * (k - 1) * below(k - 1, 0);
    const moment = 2 * below(k - 1, 1) - below(k - 2, 1) - below(k, 1);
    // Far out the terms cancel to a residue that may fall below zero.
    return Math.max(0, mass + shape * scale * moment);
  });
}
