import type { ForestShape } from "#lib/cascade/forest-shape.ts";

/**
 * Children of every share that are born by `asOf` and within the horizon after it, so that old shares are
 * not credited with what young ones had no time for; a child earlier than its parent counts as born at once.
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 */
export function offspringCounts(
  { size, parent, at }: ForestShape,
  asOf: number,
  horizon: number,
): Int32Array {
  const counts = new Int32Array(size);
  for (let share = 0; share < size; share++) {
    const above = parent[share] ?? -1;
    const born = at[share] ?? 0;
    if (above === -1 || born > asOf || born - (at[above] ?? 0) > horizon) continue;
    counts[above] = (counts[above] ?? 0) + 1;
  }
  return counts;
}
