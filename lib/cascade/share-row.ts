import type { Mode, SeedKind } from "#lib/domain/event.ts";

import type { Evidence } from "#lib/domain/evidence.ts";
/** What the numbers need of a share. */
export interface ForestShare {
  readonly code: string;
  /** Code that brought the person; null for a seed. */
  readonly via: string | null;
  readonly evidence: Evidence | null;
  readonly person: string;
  readonly channel: string;
  readonly mode: Mode | null;
  readonly seedKind: SeedKind | null;
  readonly variant: string | null;
  /** UTC milliseconds. */
  readonly at: number;
}

/** A share before its place in the forest is known. */
export interface NewShare extends ForestShare {
  /** What the share's own event said; null where it said none. */
  readonly country: string | null;
}

/** A share in its place: `descendants` counts all below it, `faults` are the bits of forest.ts. */
export interface ShareRow extends NewShare {
  readonly root: string;
  readonly parent: string | null;
  readonly depth: number;
  readonly children: number;
  readonly descendants: number;
  readonly faults: number;
}
