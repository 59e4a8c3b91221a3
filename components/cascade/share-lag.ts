import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";

/** Milliseconds from the root to a share; one that is earlier than the root counts as 0. */
export function shareLag({ at }: CascadeShares, share: number): number {
  const [start = 0] = at;
  return Math.max(0, (at[share] ?? start) - start);
}
