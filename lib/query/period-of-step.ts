import { dayOfClock } from "#lib/time/days.ts";
import type { QueryGrain } from "#lib/time/grain.ts";
import { DAY } from "#lib/time/lengths.ts";
import type { Period } from "./query.ts";

/**
 * The days that a step of time touches, as a period.
 * @param clock what the zone's clock shows at the start of the step, as if it were UTC, in milliseconds
 */
export function periodOfStep(clock: number, grain: QueryGrain): Period {
  const start = new Date(clock);
  if (grain === "month") {
    const end = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1) - DAY;
    return { from: dayOfClock(clock), to: dayOfClock(end) };
  }
  return { from: dayOfClock(clock), to: dayOfClock(clock + (grain === "week" ? 6 * DAY : 0)) };
}
