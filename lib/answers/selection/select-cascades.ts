import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { partOfForest } from "#lib/inputs/part-of-forest.ts";
import type { Filter } from "#lib/query/query.ts";
import { rootTest } from "./root-test.ts";
import { shareFilters } from "./share-filters.ts";

/**
 * The whole cascades whose root has what the filters ask for: a forest of its own, in which every statistic of
 * cascades holds. A filter by integrity cuts them back to what it lets through from the root on. One by a fact of
 * people, or by generation or evidence, which a root has none of, keeps all.
 */
export function selectCascades(forest: ForestInput, filters: readonly Filter[]): ForestInput {
  const isWanted = rootTest(forest, filters);
  const isLetThrough = shareFilters(forest, filters, ["integrity"]);
  if (isWanted === null && isLetThrough === null) return forest;
  const keeps = new Uint8Array(forest.size);
  // Parents stand before their children: what hangs below a share that is held back goes with it.
  forest.parent.forEach((above, node) => {
    const isKept = above === -1 ? (isWanted?.(node) ?? true) : keeps[above] === 1;
    keeps[node] = isKept && (isLetThrough?.(node) ?? true) ? 1 : 0;
  });
  return partOfForest(forest, keeps);
}
