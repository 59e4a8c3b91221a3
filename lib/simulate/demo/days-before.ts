import { DAY, HOUR } from "#lib/time/lengths.ts";

/**
 * An hour (UTC) of the day that lies `days` days before that of `now`. Whole days keep the daily rhythm of a
 * demo campaign, and so its size, the same whatever the hour at which the demo is made.
 *
 * @returns UTC milliseconds
 */
export function daysBefore(now: number, days: number, hour: number): number {
  return Math.floor(now / DAY) * DAY - days * DAY + hour * HOUR;
}
