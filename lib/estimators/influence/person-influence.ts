import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { shareInfluence } from "./share-influence.ts";

/** What came of every person's shares, as arrays over persons. Subtrees of different persons overlap. */
export interface PersonInfluence {
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
