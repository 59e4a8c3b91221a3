import type { SharerRow } from "./sharers.ts";

/** Fewer shares within a minute are nothing to remark on. */
export const BURST = 3;

/** Whether something about a sharer is worth a second look: their own child, an unknown parent, odd times, haste. */
export function isFlagged({ selfChildren, orphans, skews, burst }: SharerRow): boolean {
  return selfChildren > 0 || orphans > 0 || skews > 0 || burst >= BURST;
}
