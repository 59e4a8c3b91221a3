import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";

/**
 * What became of the total that a forecast made at an instant spoke of: all shares by then, and those that cascades
 * younger than the horizon at that instant still got until they had reached it.
 *
 * @param forest as it stands when the horizon has passed for all of them, or later
 * @param frame.at when the forecast was made, UTC milliseconds
 * @param frame.horizon milliseconds since each root
 */
export function observedTotal(
  forest: ForestShape,
  { at, horizon }: { readonly at: number; readonly horizon: number },
): number {
  let total = 0;
  forest.roots.forEach((root, cascade) => {
    const startedAt = forest.at[root] ?? 0;
    const isLive = isSeed(forest, root) && startedAt <= at && at - startedAt < horizon;
    const until = isLive ? startedAt + horizon : at;
    const end = forest.roots[cascade + 1] ?? forest.size;
    for (let share = root; share < end; share++) if ((forest.at[share] ?? 0) <= until) total++;
  });
  return total;
}
