import type { ForestInput } from "#lib/metrics/inputs/forest-input.ts";
import { partOfForest } from "#lib/metrics/inputs/part-of-forest.ts";
import type { Filter } from "#lib/query/query.ts";
import { rootTest } from "./root-test.ts";

/**
 * The whole cascades whose root has what the filters ask for: a forest of its own, in which every statistic of
 * cascades holds. A filter by a fact of people, or by generation or evidence, which a root has none of, keeps all.
 */
export function selectCascades(forest: ForestInput, filters: readonly Filter[]): ForestInput {
  const isWanted = rootTest(forest, filters);
  if (isWanted === null) return forest;
  const isChosen = new Uint8Array(forest.size);
  for (const root of forest.roots) isChosen[root] = isWanted(root) ? 1 : 0;
  return partOfForest(
    forest,
    Uint8Array.from(forest.root, (root) => isChosen[root] ?? 0),
  );
}
