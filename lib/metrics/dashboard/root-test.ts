import type { ForestInput } from "#lib/metrics/inputs/forest-input.ts";
import type { Filter } from "#lib/query/query.ts";
import { shareTest } from "./share-test.ts";

/** What a root has of its own. */
const ROOT_DIMENSIONS = ["channel", "mode", "seedKind", "variant"] as const;
type RootDimension = (typeof ROOT_DIMENSIONS)[number];

/**
 * Whether a root has what the filters ask for; null where they ask for nothing that a root has of its own: a fact of
 * people, a generation or evidence.
 */
export function rootTest(
  forest: ForestInput,
  filters: readonly Filter[],
): ((root: number) => boolean) | null {
  const tests = filters.flatMap(({ dimension, isNot, values }) => {
    if (!ROOT_DIMENSIONS.some((known) => known === dimension)) return [];
    const has = shareTest(forest, dimension as RootDimension, new Set(values));
    return [(root: number) => has(root) !== isNot];
  });
  return tests.length === 0 ? null : (root) => tests.every((test) => test(root));
}
