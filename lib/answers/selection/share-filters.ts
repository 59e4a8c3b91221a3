import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { Filter, ShareDimension } from "#lib/query/query.ts";
import { shareTest } from "./share-test.ts";

/**
 * Whether a share has what the filters ask for in some dimensions; null where they ask for nothing there. What is
 * unknown has no value, so that it passes a filter that excludes.
 */
export function shareFilters(
  forest: ForestInput,
  filters: readonly Filter[],
  dimensions: readonly ShareDimension[],
): ((node: number) => boolean) | null {
  const tests = filters.flatMap(({ dimension, isNot, values }) => {
    const known = dimensions.find((other) => other === dimension);
    if (known === undefined) return [];
    const has = shareTest(forest, known, new Set(values));
    return [(node: number) => has(node) !== isNot];
  });
  return tests.length === 0 ? null : (node) => tests.every((test) => test(node));
}
