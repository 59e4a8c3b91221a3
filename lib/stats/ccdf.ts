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
