import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { clockInstant } from "#lib/time/clock-instant.ts";
import { zoneOffset } from "#lib/time/zone-offset.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** Rows that a person still reads. */
const MOST_COHORTS = 60;
/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;

/**
 * Cuts the life of a campaign into hours, days or weeks of the zone's clock, from the first share to the last;
 * of more than sixty, the last ones stand.
 * @returns ascending UTC milliseconds, one more than there are cohorts; empty without shares
 */
export function cohortEdges(
  { at }: Pick<ForestShape, "at">,
  asOf: number,
  zone: string,
): { grain: "hour" | "day" | "week"; edges: number[] } {
  if (at.length === 0) return { grain: "day", edges: [] };
  const first = at.reduce((earliest, time) => Math.min(earliest, time), asOf);
  const last = Math.min(
    asOf,
    at.reduce((latest, time) => Math.max(latest, time), first),
  );
  const span = last - first;
  const grain = span <= 2 * DAY ? "hour" : span <= MOST_COHORTS * DAY ? "day" : "week";
  const length = { hour: HOUR, day: DAY, week: WEEK }[grain];
  const shift = grain === "week" ? FIRST_MONDAY : 0;
  const stepOf = (time: number) => Math.floor((time + zoneOffset(zone, time) - shift) / length);
  const [from, to] = [stepOf(first), stepOf(last) + 1];
  const edges: number[] = [];
  for (let step = Math.max(from, to - MOST_COHORTS); step <= to; step++) {
    const clock = step * length + shift;
    edges.push(clockInstant(clock, zone));
  }
  return { grain, edges };
}
