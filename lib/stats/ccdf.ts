/** One step of a complementary distribution function. */
export interface CcdfPoint {
  readonly value: number;
  /** Proportion of the sample at or above the value. */
  readonly proportion: number;
}

/**
 * Complementary distribution function P(X ≥ x) of a sample at its distinct values, ascending. Empty for an
 * empty sample.
 * @param values in any order
 */
export function ccdf(values: ArrayLike<number>): CcdfPoint[] {
  const sorted = Float64Array.from(values).sort();
  const points: CcdfPoint[] = [];
  sorted.forEach((value, i) => {
    if (value !== sorted[i - 1]) points.push({ value, proportion: (sorted.length - i) / sorted.length });
  });
  return points;
}

/**
 * Half-width of a band that covers a whole distribution function: √(ln(2/(1 − level)) / (2n)) (Dvoretzky,
 * Kiefer and Wolfowitz 1956; constant by Massart 1990).
 * @throws RangeError unless n is at least 1
 */
export function dkwBand(n: number, level = 0.95): number {
  if (!(n >= 1)) throw new RangeError(`no band for ${n} values`);
  return Math.sqrt(Math.log(2 / (1 - level)) / (2 * n));
}
