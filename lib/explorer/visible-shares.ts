import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { CYCLE, ORPHAN, SKEW } from "#lib/cascade/forest.ts";
import type { ExplorerState, Flag } from "./explorer-state.ts";

export const FLAG_BITS: Readonly<Record<Flag, number>> = { orphan: ORPHAN, cycle: CYCLE, skew: SKEW };

/** Which shares to let through; null lets all through. */
export interface ShareFilter
  extends Pick<ExplorerState, "from" | "until" | "channel" | "country" | "mode" | "evidence" | "flag"> {
  /** Index of the share whose branch it is; null for the whole cascade. */
  readonly branch: number | null;
}

/**
 * 1 for every share that the filter lets through, 0 for the others. Each share is judged by itself: one whose
 * parent is kept out stays, in its own generation. A share earlier than the root counts as of the root's time.
 */
export function visibleShares(shares: CascadeShares, filter: ShareFilter): Uint8Array {
  const { at, channel, mode, evidence, faults } = shares;
  const [start = 0] = at;
  const visible = branchOf(shares.parent, filter.branch ?? 0);
  const place = filter.channel === null ? null : shares.channels.indexOf(filter.channel);
  const land = filter.country === null ? null : shares.countries.indexOf(filter.country);
  const bits = filter.flag === null ? null : FLAG_BITS[filter.flag];
  const from = filter.from ?? Number.NEGATIVE_INFINITY;
  const until = filter.until ?? Number.POSITIVE_INFINITY;
  for (let share = 0; share < visible.length; share++) {
    const time = Math.max(start, at[share] ?? start);
    const isOut =
      time < from ||
      time >= until ||
      (place !== null && channel[share] !== place) ||
      (land !== null && (land < 0 || shares.country[share] !== land)) ||
      (filter.mode !== null && mode[share] !== filter.mode) ||
      (filter.evidence !== null && evidence[share] !== filter.evidence) ||
      (bits !== null && ((faults[share] ?? 0) & bits) === 0);
    if (isOut) visible[share] = 0;
  }
  return visible;
}

/** Parents stand before their children, so one walk is enough. */
function branchOf(parent: readonly number[], top: number): Uint8Array {
  const branch = new Uint8Array(parent.length);
  branch[top] = 1;
  for (let share = top + 1; share < parent.length; share++) branch[share] = branch[parent[share] ?? -1] ?? 0;
  return branch;
}
