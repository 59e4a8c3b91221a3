import type { CascadeSums } from "./clustered-sums.ts";

/** A ratio of totals with its standard error, cascades as clusters. */
export interface ClusteredRatio {
  /** Σy/Σx; null when there is no x. */
  readonly value: number | null;
  /** se² = M/(M−1) Σ(y − value·x)² / (Σx)²; null for fewer than two cascades. */
  readonly error: number | null;
}

const ROUNDING = 1e-13;

/**
 * The ratio estimator of survey sampling (Cochran 1977): what the mean cumulative function comes to once every
 * share is mature.
 */
export function clusteredRatio({ cascades, x, y, xx, xy, yy }: CascadeSums): ClusteredRatio {
  if (x === 0) return { value: null, error: null };
  const value = y / x;
  if (cascades < 2) return { value, error: null };
  const squares = yy - 2 * value * xy + value * value * xx;
  // When every cascade has the same ratio, rounding leaves a residue on either side of zero.
  const residual = squares < ROUNDING * yy ? 0 : squares;
  return { value, error: Math.sqrt((cascades / (cascades - 1)) * residual) / x };
}
