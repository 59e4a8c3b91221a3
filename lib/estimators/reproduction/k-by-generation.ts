import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { clusteredK } from "./clustered-k.ts";
import { type CascadeCount, clusteredSums } from "./clustered-sums.ts";

/** The shares at one depth below their seeds and the children they have so far. */
export interface GenerationK {
  /** 0 for the seeds. */
  readonly generation: number;
  readonly shares: number;
  readonly children: number;
  /** Children per share so far, not corrected for age. */
  readonly k: Estimate;
}

/**
 * Children per share at every depth (METRICS §2.6). It tends to rise with depth because only cascades that
 * spread well get deep: it does not say that spread gathers pace down the chain. Trees of orphans are left
 * out, as nobody knows how deep they hang.
 */
export function kByGeneration(forest: ForestShape): GenerationK[] {
  const generations: CascadeCount[][] = [];
  forest.roots.forEach((root, i) => {
    if (!isSeed(forest, root)) return;
    const breadths: number[] = [];
    const end = forest.roots[i + 1] ?? forest.size;
    for (const depth of forest.depth.subarray(root, end)) breadths[depth] = (breadths[depth] ?? 0) + 1;
    breadths.forEach((x, depth) => {
      generations[depth] ??= [];
      generations[depth].push({ x, y: breadths[depth + 1] ?? 0 });
    });
  });
  return generations.map((cascades, generation) => {
    const sums = clusteredSums(cascades);
    return { generation, shares: sums.x, children: sums.y, k: clusteredK(sums) };
  });
}
