import type { CascadeTimes } from "./cascade-times.ts";

/** The cascades whose size at the horizon is known at `now`: those at least as old. Times in milliseconds. */
export function finishedCascades(
  cascades: readonly CascadeTimes[],
  { now, horizon }: { readonly now: number; readonly horizon: number },
): CascadeTimes[] {
  return cascades.filter(({ startedAt }) => now - startedAt >= horizon);
}
