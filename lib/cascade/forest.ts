import { mayBeSeed } from "#lib/domain/may-be-seed.ts";

/** A share with the code of its stated parent, as it was recorded: unchecked, in any order, possibly repeated. */
export interface ShareLink {
  readonly code: string;
  /** Code of the stated parent; null for a seed. */
  readonly via: string | null;
  /** UTC milliseconds; finite. */
  readonly at: number;
}

/** Fault bit: the stated parent is unknown, so the share stands as a provisional root. It is not a seed. */
export const ORPHAN = 1;
/** Fault bit: the share's link to its parent closed a cycle and was cut, so the share stands as a root. */
export const CYCLE = 2;
/** Fault bit: the share is earlier than its parent. The link stands; its lag counts as 0. */
export const SKEW = 4;
/** Fault bit: the share states 0 as its parent and no share has that code, so it stands as a seed until one does. */
const STATES_ZERO = 8;
/** Fault bit beside CYCLE: the share states itself as its parent, which is to state none. It is a seed. */
export const NAMES_ITSELF = 16;
/** Bits of the roots that wait for a share. */
export const WAITS = ORPHAN | STATES_ZERO;

/** Fault bits of a root that states `via` while no share has that code. */
export function faultsOfRoot(via: string | null): number {
  if (via === null) return 0;
  return mayBeSeed(via) ? STATES_ZERO : ORPHAN;
}

/** Whether nobody brought the person of a root with these fault bits. */
export function isSeedRoot(faults: number): boolean {
  return (faults & (ORPHAN | CYCLE)) === 0 || (faults & NAMES_ITSELF) !== 0;
}

/**
 * All cascades of a set of links, as parallel arrays over node indices 0..size-1.
 *
 * Nodes stand in canonical order: cascades by their root's time, then code; inside a cascade by depth,
 * then time, then code (codes compare by UTF-16 code unit). So every cascade is one contiguous run that
 * begins with its root, parents stand before children, and equal sets of links give equal arrays.
 */
export interface Forest {
  readonly size: number;
  readonly codes: readonly string[];
  /** Index of the parent; -1 at a root. */
  readonly parent: Int32Array;
  /** Index of the root of the node's cascade; its own index at a root. */
  readonly root: Int32Array;
  /** Edges between the node and its root; 0 at a root. */
  readonly depth: Int32Array;
  /** Bitwise or of the fault bits above; 0 when sound. */
  readonly faults: Uint8Array;
  /** UTC milliseconds. */
  readonly at: Float64Array;
  /** Indices of the roots, ascending. */
  readonly roots: Int32Array;
  /** Records beyond the first of their code. */
  readonly duplicates: number;
}
