import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { CountHistogram } from "#lib/stats/negative-binomial/sample.ts";
import { offspringCounts } from "./offspring-counts.ts";

/**
 * How many mature sharers have how many children (METRICS §4.1). A sharer is mature when it is at least as
 * old as the horizon; seeds are no sharers, orphans are. O(shares).
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 */
export function offspringHistogram(forest: ForestShape, asOf: number, horizon: number): CountHistogram {
  const counts = offspringCounts(forest, asOf, horizon);
  const histogram = new Map<number, number>();
  for (let share = 0; share < forest.size; share++) {
    if (asOf - (forest.at[share] ?? 0) < horizon || isSeed(forest, share)) continue;
    const count = counts[share] ?? 0;
    histogram.set(count, (histogram.get(count) ?? 0) + 1);
  }
  return histogram;
}
