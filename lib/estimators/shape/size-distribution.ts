import { type CcdfPoint, ccdf, dkwBand } from "#lib/stats/ccdf.ts";
import { gini, topShare } from "#lib/stats/concentration.ts";
import { quantile } from "#lib/stats/quantile.ts";

/** Sizes of mature cascades, each listed, or drawn as a curve where there are enough. */
export type SizeDistribution =
  | { readonly kind: "list" /** Descending. */; readonly sizes: readonly number[] }
  | SizeCurve;

export interface SizeCurve {
  readonly kind: "curve";
  readonly cascades: number;
  /** P(X ≥ x) at every size that occurs, ascending. */
  readonly ccdf: readonly CcdfPoint[];
  /** Half-width of the 95 % band about the whole curve. */
  readonly band: number;
  readonly quantiles: readonly { readonly p: number; readonly size: number }[];
  /** Share of all shares in the largest p of cascades. */
  readonly tops: readonly { readonly p: number; readonly share: number }[];
  /** 0 when all are equal. */
  readonly gini: number;
}

/** Fewer sizes are listed: no curve, and no sum of one, says more than they do. */
export const LEAST_CASCADES = 10;
const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
const TOPS = [0.01, 0.05, 0.1, 0.2];

/**
 * How sizes are spread over cascades (METRICS §1.3). Give those of mature cascades; growing ones are a series
 * of their own. Fewer than ten are listed.
 * @param sizes 1 or more each, in any order
 */
export function sizeDistribution(sizes: readonly number[]): SizeDistribution {
  const ascending = sizes.toSorted((a, b) => a - b);
  if (sizes.length < LEAST_CASCADES) return { kind: "list", sizes: ascending.reverse() };
  return {
    kind: "curve",
    cascades: sizes.length,
    ccdf: ccdf(ascending),
    band: dkwBand(sizes.length),
    quantiles: QUANTILES.map((p) => ({ p, size: quantile(ascending, p) })),
    tops: TOPS.map((p) => ({ p, share: topShare(ascending, p) ?? 0 })),
    gini: gini(ascending) ?? 0,
  };
}
