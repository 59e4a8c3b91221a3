import { areLinksUnknown, countLinks } from "#lib/cascade/count-links.ts";
import { firstGenerations } from "#lib/cascade/first-generations.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { type CascadeCount, cascadeRatio } from "./cascade-ratio.ts";
import type { Population } from "./lag-sample.ts";

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
    const shares = cascades.reduce((sum, { x }) => sum + x, 0);
    const children = cascades.reduce((sum, { y }) => sum + y, 0);
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
