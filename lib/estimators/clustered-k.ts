import { areLinksUnknown, countLinks } from "#lib/cascade/count-links.ts";
import { firstGenerations } from "#lib/cascade/first-generations.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { type CascadeCount, cascadeRatio } from "./cascade-ratio.ts";
import type { Population } from "./lag-sample.ts";

const ROUNDING = 1e-13;

/** Sums over the cascades with x > 0: all that a ratio with a clustered error needs. */
export interface CascadeSums {
  /** Number of those cascades. */
  readonly cascades: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Sums counts up by cascade; those without a share say nothing and are left out. */
export function clusteredSums(counts: Iterable<CascadeCount>): CascadeSums {
  const sums = { cascades: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const { x, y } of counts) {
    if (x === 0) continue;
    sums.cascades += 1;
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return sums;
}

/** A ratio of totals with its standard error, cascades as clusters. */
interface ClusteredRatio {
  /** Σy/Σx; null when there is no x. */
  readonly value: number | null;
  /** se² = M/(M−1) Σ(y − value·x)² / (Σx)²; null for fewer than two cascades. */
  readonly error: number | null;
}

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

/**
 * K so far: children per sharer, with its 95 % interval by leaving every cascade out. It equals the mean cumulative
 * function once every share is mature (Lawless and Nadeau 1995). One cascade has no interval, as its sums do not
 * tell its shares apart.
 * @param of "seeds" where the shares are one to a cascade
 */
export function clusteredK(counts: Iterable<CascadeCount>, of: Population = "sharers"): Estimate {
  const ratio = cascadeRatio(counts, { denominator: of === "seeds" });
  return ratio.value === null ? { ...ratio, note: "nobody-reshared" } : ratio;
}

/** The shares at one depth below their seeds and the children they have so far. */
interface GenerationK {
  /** 0 for the seeds. */
  readonly generation: number;
  /** Whether all later generations are counted in. */
  readonly andLater: boolean;
  readonly shares: number;
  readonly children: number;
  /** Children per share so far, not corrected for age. */
  readonly k: Estimate;
}

/**
 * Children per share at every depth (METRICS §2.6). It tends to rise with depth because only cascades that
 * spread well get deep: it does not say that spread gathers pace down the chain. Trees of orphans are left
 * out, as nobody knows how deep they hang; where no link is known there is no row.
 * @param most rows at most: the last one then sums up all generations from its own on
 */
export function kByGeneration(forest: ForestShape, most = Number.POSITIVE_INFINITY): GenerationK[] {
  if (areLinksUnknown(countLinks(forest))) return [];
  const generations: Map<number, { x: number; y: number }>[] = [];
  let deepest = 0;
  forest.roots.forEach((root, i) => {
    if (!isSeed(forest, root)) return;
    const breadths: number[] = [];
    const end = forest.roots[i + 1] ?? forest.size;
    for (const depth of forest.depth.subarray(root, end)) breadths[depth] = (breadths[depth] ?? 0) + 1;
    deepest = Math.max(deepest, breadths.length - 1);
    const shares = firstGenerations(breadths, most);
    // Each share but the root is a child of the generation before its own.
    const children = firstGenerations(breadths.slice(1), most);
    shares.forEach((x, depth) => {
      generations[depth] ??= new Map();
      const cluster = clusterOf(forest, root);
      const before = generations[depth].get(cluster) ?? { x: 0, y: 0 };
      generations[depth].set(cluster, { x: before.x + x, y: before.y + (children[depth] ?? 0) });
    });
  });
  return generations.map((clusters, generation) => {
    const cascades = [...clusters.values()];
    const { x: shares, y: children } = clusteredSums(cascades);
    const andLater = generation + 1 === most && deepest > generation;
    return {
      generation,
      andLater,
      shares,
      children,
      k: clusteredK(cascades, generation === 0 ? "seeds" : "sharers"),
    };
  });
}
