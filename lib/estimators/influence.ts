import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";

/**
 * What came of every share, as arrays over shares. Subtrees overlap, so these rank shares but must not be
 * added up; `creditConversions` gives what may be.
 */
interface ShareInfluence {
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

/** What came of every person's shares, as arrays over persons. Subtrees of different persons overlap. */
interface PersonInfluence {
  readonly shares: Int32Array;
  readonly children: Int32Array;
  /** Shares below any of theirs, each once, those of their own apart from the topmost included. */
  readonly descendants: Int32Array;
  /** Generations below the share of theirs that reached deepest. */
  readonly depthBelow: Int32Array;
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

/**
 * Influence by person (METRICS §6): a share below another of the same person adds nothing to what the upper
 * one already counts. O(shares + conversions).
 */
export function personInfluence(
  forest: Pick<ForestShape, "size" | "parent"> & Pick<ForestInput, "person" | "persons">,
  through: Pick<ConversionsInput, "share" | "value">,
): PersonInfluence {
  const { size, person, persons } = forest;
  const byShare = shareInfluence(forest, through);
  const nested = nestedShares(forest);
  const shares = new Int32Array(persons.length);
  const children = new Int32Array(persons.length);
  const descendants = new Int32Array(persons.length);
  const depthBelow = new Int32Array(persons.length);
  const conversions = new Float64Array(persons.length);
  const value = new Float64Array(persons.length);
  for (let share = 0; share < size; share++) {
    const who = person[share] ?? 0;
    shares[who] = (shares[who] ?? 0) + 1;
    children[who] = (children[who] ?? 0) + (byShare.children[share] ?? 0);
    if (nested[share] === 1) continue;
    descendants[who] = (descendants[who] ?? 0) + (byShare.descendants[share] ?? 0);
    depthBelow[who] = Math.max(depthBelow[who] ?? 0, byShare.depthBelow[share] ?? 0);
    conversions[who] = (conversions[who] ?? 0) + (byShare.conversions[share] ?? 0);
    value[who] = (value[who] ?? 0) + (byShare.value[share] ?? 0);
  }
  return { shares, children, descendants, depthBelow, conversions, value };
}

/** 1 for every share with an ancestor of the same person: a walk down all trees that keeps count of who is above. */
function nestedShares({
  size,
  parent,
  person,
  persons,
}: Pick<ForestShape, "size" | "parent"> & Pick<ForestInput, "person" | "persons">): Uint8Array {
  const nested = new Uint8Array(size);
  const firstChild = new Int32Array(size).fill(-1);
  const nextSibling = new Int32Array(size).fill(-1);
  for (let share = size - 1; share >= 0; share--) {
    const above = parent[share] ?? -1;
    if (above === -1) continue;
    nextSibling[share] = firstChild[above] ?? -1;
    firstChild[above] = share;
  }
  const above = new Int32Array(persons.length);
  const count = (share: number, change: number) => {
    const who = person[share] ?? 0;
    above[who] = (above[who] ?? 0) + change;
  };
  for (let root = 0; root < size; root++) {
    if (parent[root] !== -1) continue;
    let share = root;
    while (share !== -1) {
      if ((above[person[share] ?? 0] ?? 0) > 0) nested[share] = 1;
      count(share, 1);
      let next = firstChild[share] ?? -1;
      while (next === -1 && share !== -1) {
        count(share, -1);
        next = share === root ? -1 : (nextSibling[share] ?? -1);
        share = share === root ? -1 : (parent[share] ?? -1);
      }
      share = next;
    }
  }
  return nested;
}

/**
 * Children per share of one sharer, drawn towards the mean of the workspace by as much as chance alone would
 * explain: (x + k)/(m + k/K), the mean of a gamma posterior (METRICS §6). Few shares say little, and rank so.
 * @param children x, 0 or above
 * @param effectiveShares m, the sharer's shares by the part of their time that was watched; 0 or above
 * @param k mean children of a share, 0 or above
 * @param dispersion of the offspring distribution, above 0; Infinity when all shares are alike
 */
export function shrunkenK(children: number, effectiveShares: number, k: number, dispersion: number): number {
  if (k === 0 || dispersion === Number.POSITIVE_INFINITY) return k;
  return (children + dispersion) / (effectiveShares + dispersion / k);
}
