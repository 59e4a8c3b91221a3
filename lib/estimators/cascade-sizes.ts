import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { CascadeSummary, CascadesInput } from "#lib/inputs/cascades-input.ts";
import { type CcdfPoint, ccdf, dkwBand } from "#lib/stats/ccdf.ts";
import { gini, topShare } from "#lib/stats/concentration.ts";
import { quantile } from "#lib/stats/quantile.ts";

/** Fewer sizes are listed: no curve, and no sum of one, says more than they do. */
const LEAST_CASCADES = 10;
const QUANTILES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
const TOPS = [0.01, 0.05, 0.1, 0.2];

/** Shares of every seed's cascade as of an instant, seeds included, in the order of the roots. */
export interface CascadeSizes {
  /** Of cascades that are at least as old as the horizon. */
  readonly mature: readonly number[];
  /** For each of those, the first root of whoever planted it; left out where each is its own. */
  readonly seeders?: readonly number[];
  /** Of younger ones, which still grow. */
  readonly growing: readonly number[];
}

/**
 * Sizes of the cascades of seeds; the provisional trees of orphans belong to cascades that are not known.
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 * @param among narrows the cascades by their root, to those under paid seeds, say
 */
export function cascadeSizes(
  forest: ForestShape,
  asOf: number,
  horizon: number,
  among: (root: number) => boolean = () => true,
): CascadeSizes {
  const { size, at, root, roots } = forest;
  const sizes = new Int32Array(size);
  for (let share = 0; share < size; share++) {
    if ((at[share] ?? 0) > asOf) continue;
    const top = root[share] ?? share;
    sizes[top] = (sizes[top] ?? 0) + 1;
  }
  const mature: number[] = [];
  const growing: number[] = [];
  for (const top of roots) {
    const age = asOf - (at[top] ?? 0);
    if (age < 0 || !isSeed(forest, top) || !among(top)) continue;
    (age >= horizon ? mature : growing).push(sizes[top] ?? 0);
  }
  return { mature, growing };
}

/** Sizes of the cascades of seeds from their stored sums: those at least as old as the horizon, and the rest. */
export function matureSizes(
  cascades: readonly CascadeSummary[],
  { asOf, horizon }: Pick<MetricContext, "asOf" | "horizon">,
): CascadeSizes {
  const mature: number[] = [];
  const growing: number[] = [];
  const seeders: number[] = [];
  for (const { seeded, startedAt, size, seeder } of cascades) {
    if (!seeded) continue;
    const isMature = asOf - startedAt >= horizon;
    (isMature ? mature : growing).push(size);
    if (isMature) seeders.push(seeder);
  }
  return { mature, growing, seeders };
}

/**
 * A sum of the sizes of finished cascades; unknown below ten of them (METRICS §1.3), as censored where more are on
 * their way.
 */
export function ofMatureSizes(
  { cascades }: CascadesInput,
  context: MetricContext,
  sum: (sizes: readonly number[]) => number,
): Estimate {
  if (cascades.length === 0) return { value: null, why: "empty" };
  const { mature, growing } = matureSizes(cascades, context);
  if (mature.length >= LEAST_CASCADES) return { value: sum(mature) };
  return { value: null, why: growing.length > 0 ? "censored" : "too-few" };
}

/** Sizes of mature cascades, each listed, or drawn as a curve where there are enough. */
type SizeDistribution =
  | { readonly kind: "list" /** Descending. */; readonly sizes: readonly number[] }
  | SizeCurve;

interface SizeCurve {
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
