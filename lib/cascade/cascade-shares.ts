import type { Mode } from "#lib/domain/event.ts";
import type { Evidence } from "#lib/domain/evidence.ts";

/**
 * The shares of one cascade as parallel columns: the root first, then by depth, time and code, so that parents
 * stand before their children.
 */
export interface CascadeShares {
  readonly code: readonly string[];
  /** Index of the parent; -1 at the root. */
  readonly parent: readonly number[];
  readonly person: readonly string[];
  /** Index into `channels`. */
  readonly channel: readonly number[];
  /** Names of the channels, the most used first. */
  readonly channels: readonly string[];
  /** Index into `countries`; -1 where the share said none. */
  readonly country: readonly number[];
  /** The most frequent first. */
  readonly countries: readonly string[];
  readonly mode: readonly (Mode | null)[];
  /** UTC milliseconds. */
  readonly at: readonly number[];
  readonly depth: readonly number[];
  readonly children: readonly number[];
  readonly descendants: readonly number[];
  /** Bits of forest.ts. */
  readonly faults: readonly number[];
  readonly evidence: readonly (Evidence | null)[];
}
