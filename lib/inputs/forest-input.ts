import type { Forest } from "#lib/cascade/forest.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { joinLinks } from "#lib/cascade/join-links.ts";
import { seederOfShares } from "#lib/cascade/seeder.ts";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import type { Mode, SeedKind } from "#lib/domain/event.ts";
import type { Evidence } from "#lib/domain/evidence.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { textNumbering } from "./text-numbering.ts";

/** Modes of a share by their number in `ForestInput.mode`; null where none was stated. */
export const FOREST_MODES = [null, "active", "passive"] as const satisfies readonly (Mode | null)[];

/** A campaign's forest with what its shares are about; every array is parallel to the forest's nodes. */
export interface ForestInput extends Omit<Forest, "duplicates">, Pick<ForestShape, "seeder"> {
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
  const { forest, records } = joinLinks(shares);
  const { duplicates: _, ...nodes } = forest;
  const { size } = forest;
  const persons = textNumbering();
  const channels = textNumbering();
  const person = new Int32Array(size);
  const channel = new Int32Array(size);
  const mode = new Uint8Array(size);
  const paid = new Uint8Array(size);
  const variants: (string | null)[] = [];
  const evidences: (Evidence | null)[] = [];
  const seedKinds: (SeedKind | null)[] = [];
  for (let node = 0; node < size; node++) {
    const share = shares[records[node] ?? -1];
    if (share === undefined) continue;
    person[node] = persons.numberOf(share.person);
    channel[node] = channels.numberOf(share.channel);
    mode[node] = FOREST_MODES.indexOf(share.mode);
    const seedKind = forest.parent[node] === -1 && mayBeSeed(share.via) ? share.seedKind : null;
    paid[node] = seedKind === "paid" ? 1 : 0;
    seedKinds.push(seedKind);
    variants.push(share.variant);
    evidences.push(share.evidence);
  }
  const names = persons.texts();
  return {
    ...nodes,
    seeder: seederOfShares(nodes, (root) => names[person[root] ?? -1] ?? ""),
    ...{ person, persons: names, channel, channels: channels.texts() },
    ...{ mode, variants, evidences, seedKinds, paid },
  };
}
