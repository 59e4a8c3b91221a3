import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";

/**
 * What came of every share, as arrays over shares. Subtrees overlap, so these rank shares but must not be
 * added up; `creditConversions` gives what may be.
 */
export interface ShareInfluence {
  readonly children: Int32Array;
  /** Shares below it. */
  readonly descendants: Int32Array;
  /** Generations below it. */
  readonly depthBelow: Int32Array;
  /** Conversions through it or any share below it. */
  readonly conversions: Float64Array;
  /** Their value. */
  readonly value: Float64Array;
}

/** Influence of every share (METRICS §6). O(shares + conversions). */
export function shareInfluence(
  { size, parent }: Pick<ForestShape, "size" | "parent">,
  through: Pick<ConversionsInput, "share" | "value">,
): ShareInfluence {
  const children = new Int32Array(size);
  const depthBelow = new Int32Array(size);
  const conversions = new Float64Array(size);
  const value = new Float64Array(size);
  through.share.forEach((share, i) => {
    if (share < 0 || share >= size) return;
    conversions[share] = (conversions[share] ?? 0) + 1;
    value[share] = (value[share] ?? 0) + (through.value[i] ?? 0);
  });
  for (let share = size - 1; share >= 0; share--) {
    const above = parent[share] ?? -1;
    if (above === -1) continue;
    children[above] = (children[above] ?? 0) + 1;
    depthBelow[above] = Math.max(depthBelow[above] ?? 0, (depthBelow[share] ?? 0) + 1);
    conversions[above] = (conversions[above] ?? 0) + (conversions[share] ?? 0);
    value[above] = (value[above] ?? 0) + (value[share] ?? 0);
  }
  const descendants = subtreeSizes(parent).map((shares) => shares - 1);
  return { children, descendants, depthBelow, conversions, value };
}
