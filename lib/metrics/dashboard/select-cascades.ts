import type { ForestInput } from "#lib/metrics/inputs/forest-input.ts";
import { partOfForest } from "#lib/metrics/inputs/part-of-forest.ts";
import type { Filter } from "#lib/query/query.ts";
import { rootTest } from "./root-test.ts";
import { shareTest } from "./share-test.ts";

/**
 * The whole cascades whose root has what the filters ask for: a forest of its own, in which every statistic of
 * cascades holds. A filter by integrity cuts them back to what it lets through from the root on. One by a fact of
 * people, or by generation or evidence, which a root has none of, keeps all.
 */
export function selectCascades(forest: ForestInput, filters: readonly Filter[]): ForestInput {
  const isWanted = rootTest(forest, filters);
  const isHeld = integrityTest(forest, filters);
  if (isWanted === null && isHeld === null) return forest;
  const keeps = new Uint8Array(forest.size);
  // Parents stand before their children: what hangs below a share that is held back goes with it.
  forest.parent.forEach((above, node) => {
    const isKept = above === -1 ? (isWanted?.(node) ?? true) : keeps[above] === 1;
    keeps[node] = isKept && (isHeld?.(node) ?? true) ? 1 : 0;
  });
  return partOfForest(forest, keeps);
}

/** Whether a share has the integrity that is asked for; null where none is. */
function integrityTest(forest: ForestInput, filters: readonly Filter[]): ((node: number) => boolean) | null {
  const tests = filters.flatMap(({ dimension, isNot, values }) => {
    if (dimension !== "integrity") return [];
    const has = shareTest(forest, dimension, new Set(values));
    return [(node: number) => has(node) !== isNot];
  });
  return tests.length === 0 ? null : (node) => tests.every((test) => test(node));
}
