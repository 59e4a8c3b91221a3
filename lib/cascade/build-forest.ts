import type { Forest, ShareLink } from "#lib/cascade/forest.ts";
import { joinLinks } from "#lib/cascade/join-links.ts";

/**
 * Builds the forest of cascades from share records, repairing what is broken and flagging what it repaired.
 *
 * - Repeated code: the earliest time stands, with the parent of the earliest record that states one (at equal
 *   times, the smaller parent code). "First" is a matter of the records' own times and not of their arrival,
 *   so that any order and any batching of the same links give the same forest.
 * - Unknown parent: the share becomes a root flagged ORPHAN.
 * - Self-parent or cycle: the link of the cycle's earliest member (time, then code) is cut, and CYCLE is
 *   flagged on that member alone.
 * - Child earlier than its parent: the link stands, and SKEW is flagged on the child.
 *
 * Takes O(n log n) time for the sort by time, O(n) for the rest; any depth. Never throws.
 */
export function buildForest(links: readonly ShareLink[]): Forest {
  return joinLinks(links).forest;
}
