import type { SeedKind } from "#lib/domain/event.ts";

/** One tree of the forest with the sums of METRICS §1.2, from which a leaf is added in O(depth). */
export interface CascadeRow {
  /** Code of the share at depth 0. */
  readonly root: string;
  /** False for the provisional tree of an orphan: a fault, not a seed. */
  readonly seeded: boolean;
  readonly seedKind: SeedKind | null;
  readonly variant: string | null;
  readonly channel: string;
  readonly person: string;
  readonly size: number;
  /** Distinct persons. */
  readonly sharers: number;
  readonly depth: number;
  /** Shares at each depth, root first. */
  readonly breadths: readonly number[];
  readonly maxBreadth: number;
  /** Children of the root. */
  readonly seedChildren: number;
  /** Most children of any other share. */
  readonly maxChildren: number;
  readonly sumDepth: number;
  readonly sumSubtreeSq: number;
  readonly structuralVirality: number | null;
  readonly skews: number;
  readonly cuts: number;
  readonly startedAt: number;
  readonly lastAt: number;
}
