import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { structuralVirality } from "#lib/cascade/structural-virality.ts";

/** Figures of the visible part of a branch. Null: too little is visible to say. */
export interface VisibleFigures {
  readonly size: number;
  /** Distinct persons. */
  readonly sharers: number;
  /** Generations from the top of the branch to the deepest visible share. */
  readonly depth: number;
  /** Visible shares of every generation, from that of the top to the deepest visible. */
  readonly breadths: readonly number[];
  /** Mean distance, along the links of the whole tree, over pairs of visible shares. */
  readonly structuralVirality: number | null;
  /** Visible children of the top over all visible shares but the top, 0..1. */
  readonly directShare: number | null;
  /** Most visible shares on one child of the top, over all visible shares, 0..1. */
  readonly largestBranch: number | null;
  /** Milliseconds from the top to the ⌈n/2⌉-th visible share. */
  readonly timeToHalf: number | null;
}

/**
 * Measures what is visible. Filters may hide a share and leave its children: these count in their own generation,
 * and the distance between two visible shares runs through hidden ones. With all visible, every figure is that
 * of the cascade. O(n), but for sorting the times.
 *
 * The link above a share with c of n visible shares in its subtree lies on c (n - c) of their paths, whence
 * structuralVirality with c in place of the subtree size.
 *
 * @param visible 1 for every visible share, inside the branch of `top`
 */
export function measureVisible(shares: CascadeShares, visible: Uint8Array, top = 0): VisibleFigures {
  const { parent, depth, at } = shares;
  const base = depth[top] ?? 0;
  const below = Int32Array.from(visible);
  const breadths: number[] = [];
  const persons = new Set<string>();
  const times = new Float64Array(visible.length);
  const start = at[top] ?? 0;
  let [size, sumSubtree, sumSubtreeSq, direct, largest] = [0, 0, 0, 0, 0];
  for (let share = visible.length - 1; share >= top; share--) {
    const inside = below[share] ?? 0;
    const above = parent[share] ?? -1;
    if (share !== top && inside > 0) {
      below[above] = (below[above] ?? 0) + inside;
      sumSubtree += inside;
      sumSubtreeSq += inside * inside;
      if (above === top) {
        direct += visible[share] ?? 0;
        largest = Math.max(largest, inside);
      }
    }
    if (visible[share] !== 1) continue;
    const generation = (depth[share] ?? base) - base;
    breadths[generation] = (breadths[generation] ?? 0) + 1;
    persons.add(shares.person[share] ?? "");
    times[size] = Math.max(0, (at[share] ?? start) - start);
    size += 1;
  }
  const others = size - (visible[top] ?? 0);
  const sorted = times.subarray(0, size).sort();
  return {
    size,
    sharers: persons.size,
    depth: Math.max(0, breadths.length - 1),
    breadths: Array.from(breadths, (breadth) => breadth ?? 0),
    structuralVirality: structuralVirality({ size, sumSubtree, sumSubtreeSq }),
    directShare: others === 0 ? null : direct / others,
    largestBranch: others === 0 ? null : largest / size,
    timeToHalf: size < 2 ? null : (sorted[Math.ceil(size / 2) - 1] ?? null),
  };
}
