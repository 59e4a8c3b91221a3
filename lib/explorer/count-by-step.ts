import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";

/** Generations told apart; the last stands for all deeper ones. */
export const GENERATION_BANDS = 6;

/**
 * Visible shares by step of time and generation: `counts[step][band]`.
 * @param bounds of timeSteps
 */
export function countByStep(
  { at, depth }: Pick<CascadeShares, "at" | "depth">,
  visible: Uint8Array,
  bounds: Float64Array,
): number[][] {
  const counts = Array.from({ length: bounds.length - 1 }, () => new Array<number>(GENERATION_BANDS).fill(0));
  const [start = 0] = at;
  visible.forEach((isVisible, share) => {
    if (isVisible === 0) return;
    const row = counts[stepOf(bounds, (at[share] ?? start) - start)];
    const band = Math.min(GENERATION_BANDS - 1, depth[share] ?? 0);
    if (row !== undefined) row[band] = (row[band] ?? 0) + 1;
  });
  return counts;
}

/** The step that a lag falls into; what lies outside is of the first or the last. */
function stepOf(bounds: Float64Array, lag: number): number {
  return Math.max(0, Math.min(countAtMost(bounds, lag) - 1, bounds.length - 2));
}
