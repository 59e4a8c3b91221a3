import type { ForestInput } from "#lib/metrics/inputs/forest-input.ts";
import { partOfForest } from "#lib/metrics/inputs/part-of-forest.ts";
import type { Filter } from "#lib/query/query.ts";
import { shareTest } from "./share-test.ts";

/**
 * The whole cascades whose root has what the filters ask for: a forest of its own, in which every statistic of
 * cascades holds. A filter by a fact of people, or by generation or evidence, which a root has none of, keeps all.
 */
export function selectCascades(forest: ForestInput, filters: readonly Filter[]): ForestInput {
  const tests = filters.flatMap(({ dimension, isNot, values }) => {
    if (!ROOT_DIMENSIONS.some((known) => known === dimension)) return [];
    const has = shareTest(forest, dimension as RootDimension, new Set(values));
    return [(root: number) => has(root) !== isNot];
  });
  if (tests.length === 0) return forest;
  const isChosen = new Uint8Array(forest.size);
  for (const root of forest.roots) isChosen[root] = tests.every((test) => test(root)) ? 1 : 0;
  return partOfForest(
    forest,
    Uint8Array.from(forest.root, (root) => isChosen[root] ?? 0),
  );
}

/** What a root has of its own. */
const ROOT_DIMENSIONS = ["channel", "mode", "seedKind", "variant"] as const;
type RootDimension = (typeof ROOT_DIMENSIONS)[number];
