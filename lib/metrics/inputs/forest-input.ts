import { buildForest } from "#lib/cascade/build-forest.ts";
import type { Forest } from "#lib/cascade/forest.ts";
import type { Evidence, ForestShare } from "#lib/cascade/share-row.ts";
import type { Mode, SeedKind } from "#lib/domain/event.ts";
import { internTexts } from "./intern-texts.ts";

/** Modes of a share by their number in `ForestInput.mode`; null where none was stated. */
export const FOREST_MODES = [null, "active", "passive"] as const satisfies readonly (Mode | null)[];

/** A campaign's forest with what its shares are about; every array is parallel to the forest's nodes. */
export interface ForestInput extends Omit<Forest, "duplicates"> {
  /** Index into `persons`. */
  readonly person: Int32Array;
  readonly persons: readonly string[];
  /** Index into `channels`. */
  readonly channel: Int32Array;
  readonly channels: readonly string[];
  /** Index into `FOREST_MODES`. */
  readonly mode: Uint8Array;
  /** A/B variant of the share, or null. */
  readonly variants: readonly (string | null)[];
  /** How its parent is known, or null. */
  readonly evidences: readonly (Evidence | null)[];
  /** How a seed came about; null for a share that somebody brought. */
  readonly seedKinds: readonly (SeedKind | null)[];
  /** 1 where a paid seed stands, else 0. */
  readonly paid: Uint8Array;
}

/** Joins shares into a forest; of records of one code, the first to be given says what it is about. */
export function forestInput(shares: readonly ForestShare[]): ForestInput {
  const { duplicates: _, ...forest } = buildForest(shares);
  const first = new Map<string, ForestShare>();
  for (const share of shares) if (!first.has(share.code)) first.set(share.code, share);
  const nodes = forest.codes.map((code) => first.get(code));
  const persons = internTexts(nodes.map((share) => share?.person ?? ""));
  const channels = internTexts(nodes.map((share) => share?.channel ?? ""));
  return {
    ...forest,
    person: persons.numbers,
    persons: persons.texts,
    channel: channels.numbers,
    channels: channels.texts,
    mode: Uint8Array.from(nodes, (share) => FOREST_MODES.indexOf(share?.mode ?? null)),
    variants: nodes.map((share) => share?.variant ?? null),
    evidences: nodes.map((share) => share?.evidence ?? null),
    seedKinds: nodes.map((share) => (share?.via === null ? (share.seedKind ?? null) : null)),
    paid: Uint8Array.from(nodes, (share) => (share?.via === null && share.seedKind === "paid" ? 1 : 0)),
  };
}
