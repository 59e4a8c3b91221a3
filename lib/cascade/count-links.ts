import { ORPHAN } from "./forest.ts";
import type { ForestShape } from "./forest-shape.ts";

/** How much is known of who brought whom. */
export interface LinkCounts {
  readonly shares: number;
  /** Shares whose parent is known. */
  readonly linked: number;
  /** Shares that state a parent that is unknown. */
  readonly orphans: number;
}

/** Counts the links of the shares made from an instant on and up to another, UTC milliseconds. */
export function countLinks(
  { size, at, parent, faults }: Pick<ForestShape, "size" | "at" | "parent" | "faults">,
  { from = Number.NEGATIVE_INFINITY, asOf = Number.POSITIVE_INFINITY } = {},
): LinkCounts {
  let [shares, linked, orphans] = [0, 0, 0];
  for (let share = 0; share < size; share++) {
    const made = at[share] ?? 0;
    if (made < from || made > asOf) continue;
    shares += 1;
    if (parent[share] !== -1) linked += 1;
    else if (((faults[share] ?? 0) & ORPHAN) !== 0) orphans += 1;
  }
  return { shares, linked, orphans };
}

/** Whether every share that was brought has lost its parent: then nothing is known of K and depth (METRICS §0). */
export function areLinksUnknown({ linked, orphans }: LinkCounts): boolean {
  return linked === 0 && orphans > 0;
}
