import { shareIntegrity } from "#lib/answers/integrity/share-integrity.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { FOREST_MODES, type ForestInput } from "#lib/inputs/forest-input.ts";
import { INTEGRITIES, LATER_GENERATIONS, type ShareDimension, UNKNOWN_GENERATION } from "#lib/query/query.ts";

/** The generation by which a share is filtered: no seed is an orphan, and below one nobody knows the depth. */
export function generationOf(forest: ForestShape, node: number): string {
  if (!isSeed(forest, forest.root[node] ?? node)) return UNKNOWN_GENERATION;
  return String(Math.min(LATER_GENERATIONS, forest.depth[node] ?? 0));
}

/** Whether a share has one of the values in a dimension; a cascade has the variant of its seed, and came about as that. */
export function shareTest(
  forest: ForestInput,
  dimension: ShareDimension,
  wanted: ReadonlySet<string>,
): (node: number) => boolean {
  const integrity = dimension === "integrity" ? shareIntegrity(forest) : null;
  const rootOf = (node: number) => forest.root[node] ?? node;
  const values: Readonly<Record<ShareDimension, (node: number) => string | null | undefined>> = {
    channel: (node) => forest.channels[forest.channel[node] ?? 0],
    mode: (node) => FOREST_MODES[forest.mode[node] ?? 0],
    generation: (node) => generationOf(forest, node),
    evidence: (node) => forest.evidences[node],
    seedKind: (node) => forest.seedKinds[rootOf(node)],
    variant: (node) => forest.variants[rootOf(node)],
    integrity: (node) => INTEGRITIES[integrity?.[node] ?? 0],
  };
  const value = values[dimension];
  return (node) => wanted.has(value(node) ?? "");
}
