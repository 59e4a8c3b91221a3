import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { Filter } from "#lib/query/query.ts";
import { shareFilters } from "./share-filters.ts";

/** What a root has of its own. */
const ROOT_DIMENSIONS = ["channel", "mode", "seedKind", "variant"] as const;

/**
 * Whether a root has what the filters ask for; null where they ask for nothing that a root has of its own: a fact of
 * people, a generation or evidence.
 */
export function rootTest(
  forest: ForestInput,
  filters: readonly Filter[],
): ((root: number) => boolean) | null {
  return shareFilters(forest, filters, ROOT_DIMENSIONS);
}
