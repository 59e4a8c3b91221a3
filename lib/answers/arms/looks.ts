import type { TimeStep } from "#lib/time/time-steps.ts";
import { timeSteps } from "#lib/time/time-steps.ts";

/** A day each at first, then a week each: as many looks as a year has need not be worked out anew. */
const DAYS = 60;
const WEEK_OF_DAYS = 7;

/**
 * The instants at which a comparison that runs is looked at: the end of each day of the zone since it began, after
 * sixty of them of each week, up to now. When nothing more happens and all shares are mature, looking ends.
 * @param life when the first thing happened and the last; all UTC milliseconds
 * @param horizon maturity horizon, milliseconds
 */
export function looksOf(
  life: { first: number; last: number },
  { asOf, horizon, zone }: { asOf: number; horizon: number; zone: string },
): number[] {
  const settled = Math.min(asOf, life.last + horizon);
  const ends = timeSteps({ from: life.first, to: settled }, "day", zone).slice(1).map(endBefore);
  const kept = ends.filter((_, day) => day < DAYS || (day - DAYS) % WEEK_OF_DAYS === WEEK_OF_DAYS - 1);
  return [...kept, settled];
}

function endBefore({ from }: TimeStep): number {
  return from - 1;
}
