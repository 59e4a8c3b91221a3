import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";

/** One cascade as a forecast reads it: parallel arrays, the root first, then by time. */
export interface CascadeTimes {
  /** Code of the root. */
  readonly id: string;
  /** UTC milliseconds of the root. */
  readonly startedAt: number;
  /** Milliseconds since the root, ascending from the root's own 0; a share stamped before the root has 0. */
  readonly times: Float64Array;
  /** Index of the parent; -1 at the root. A parent with a wrong clock may stand after its child. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
}

/**
 * The cascades of all seeds, in the order of `forest.roots`. An orphan's provisional tree is left out: its age
 * is unknown, because its seed is.
 *
 * @param codes codes of the forest's nodes
 */
export function cascadeTimes(forest: ForestShape, codes: readonly string[]): CascadeTimes[] {
  return Array.from(forest.roots).flatMap((root, cascade) =>
    isSeed(forest, root) ? [timesOf(forest, codes[root] ?? "", root, forest.roots[cascade + 1])] : [],
  );
}

function timesOf(forest: ForestShape, id: string, root: number, end = forest.size): CascadeTimes {
  const at = forest.at.subarray(root, end);
  const startedAt = at[0] ?? 0;
  const order = Int32Array.from(at.keys());
  // The sort is stable and the root stands first, so a share stamped before the root cannot pass it.
  const since = at.map((time) => Math.max(0, time - startedAt));
  order.sort((a, b) => (since[a] ?? 0) - (since[b] ?? 0));
  const slot = new Int32Array(order.length);
  order.forEach((node, index) => {
    slot[node] = index;
  });
  return {
    id,
    startedAt,
    times: Float64Array.from(order, (node) => since[node] ?? 0),
    parent: Int32Array.from(order, (node) =>
      node === 0 ? -1 : (slot[(forest.parent[root + node] ?? root) - root] ?? 0),
    ),
    depth: Int32Array.from(order, (node) => forest.depth[root + node] ?? 0),
  };
}

/** The cascades whose size at the horizon is known at `now`: those at least as old. Times in milliseconds. */
export function finishedCascades(
  cascades: readonly CascadeTimes[],
  { now, horizon }: { readonly now: number; readonly horizon: number },
): CascadeTimes[] {
  return cascades.filter(({ startedAt }) => now - startedAt >= horizon);
}
