import type { Forest } from "#lib/cascade/forest.ts";
import { structuralVirality } from "#lib/cascade/structural-virality.ts";

/** Size and shape of one cascade. */
export interface CascadeShape {
  /** Index of the root in the forest. */
  readonly root: number;
  /** Shares, root included. */
  readonly size: number;
  /** Largest depth; 0 for a lone root. */
  readonly depth: number;
  /** Shares at every depth, from 0 (always 1) to `depth`. */
  readonly breadths: readonly number[];
  /** Largest of `breadths`, depth 0 included. */
  readonly maxBreadth: number;
  readonly sumDepth: number;
  /** `sumDepth / size`: the root counts as 0. */
  readonly meanDepth: number;
  /** Sum of subtree sizes over non-root nodes; equals `sumDepth`. */
  readonly sumSubtree: number;
  /** Sum of squared subtree sizes over non-root nodes. */
  readonly sumSubtreeSq: number;
  /** Mean distance over pairs of shares; null for a lone root. */
  readonly structuralVirality: number | null;
  /** Children of the root. */
  readonly seedChildren: number;
  /** Children of the root over all shares but the root, 0..1; null for a lone root. */
  readonly directShare: number | null;
  /** Most children of any share but the root; 0 when none has any. */
  readonly maxChildren: number;
}

/**
 * Measures every cascade, in the order of `forest.roots`.
 *
 * Sums are exact up to 2^53, which for `sumSubtreeSq` a path passes at 300,081 shares (the sum is about n³/3)
 * and every other shape later. Beyond, rounding stays below a relative n · 2^-53.
 *
 * @param subtree subtree sizes of the forest's nodes, from `subtreeSizes(forest.parent)`.
 */
export function measureCascades(
  forest: Pick<Forest, "size" | "parent" | "depth" | "roots">,
  subtree: Int32Array,
): CascadeShape[] {
  const children = countChildren(forest.parent);
  return Array.from(forest.roots, (root, cascade) => {
    const end = forest.roots[cascade + 1] ?? forest.size;
    return measureCascade(root, {
      depth: forest.depth.subarray(root, end),
      subtree: subtree.subarray(root, end),
      children: children.subarray(root, end),
    });
  });
}

interface CascadeNodes {
  readonly depth: Int32Array;
  readonly subtree: Int32Array;
  readonly children: Int32Array;
}

function measureCascade(root: number, { depth, subtree, children }: CascadeNodes): CascadeShape {
  const size = depth.length;
  const breadths = [1];
  let sumDepth = 0;
  let sumSubtree = 0;
  let sumSubtreeSq = 0;
  let maxChildren = 0;
  for (let node = 1; node < size; node++) {
    const generation = depth[node] ?? 0;
    const below = subtree[node] ?? 0;
    breadths[generation] = (breadths[generation] ?? 0) + 1;
    sumDepth += generation;
    sumSubtree += below;
    sumSubtreeSq += below * below;
    maxChildren = Math.max(maxChildren, children[node] ?? 0);
  }
  const seedChildren = children[0] ?? 0;
  return {
    root,
    size,
    depth: breadths.length - 1,
    breadths,
    maxBreadth: breadths.reduce((widest, breadth) => Math.max(widest, breadth)),
    sumDepth,
    meanDepth: sumDepth / size,
    sumSubtree,
    sumSubtreeSq,
    structuralVirality: structuralVirality({ size, sumSubtree, sumSubtreeSq }),
    seedChildren,
    directShare: size < 2 ? null : seedChildren / (size - 1),
    maxChildren,
  };
}

function countChildren(parent: Int32Array): Int32Array {
  const children = new Int32Array(parent.length);
  for (const above of parent) {
    if (above !== -1) children[above] = (children[above] ?? 0) + 1;
  }
  return children;
}
