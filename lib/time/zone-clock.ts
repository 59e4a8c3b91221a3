import { dayOfClock } from "./days.ts";
import { DAY, HOUR, MINUTE, WEEK } from "./lengths.ts";

const QUARTER = 15 * MINUTE;
/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;
const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * Milliseconds to add to UTC to read the clock of `zone` (IANA name) at instant `at`, daylight saving
 * included. No zone changes its offset twice within a day, so a day whose ends agree is looked up once;
 * others change on a quarter of an hour.
 * @throws RangeError when the zone is unknown
 */
export function zoneOffset(zone: string, at: number): number {
  if (zone === "UTC") return 0;
  const day = Math.floor(at / DAY) * DAY;
  const offset = offsetAt(zone, day);
  return offset === offsetAt(zone, day + DAY) ? offset : offsetAt(zone, Math.floor(at / QUARTER) * QUARTER);
}

/**
 * The instant (UTC milliseconds) at which a zone's clock shows a time; of a time that the clock skips or shows
 * twice, one beside it.
 * @param clock what the clock shows, as if it were UTC, in milliseconds
 * @param zone IANA name
 */
export function clockInstant(clock: number, zone: string): number {
  return clock - zoneOffset(zone, clock - zoneOffset(zone, clock));
}

/**
 * The first instant (UTC milliseconds) of a day in a zone. Where the clock skips midnight, that is the first
 * instant after the gap.
 * @param day YYYY-MM-DD
 * @param zone IANA name
 */
export function dayStart(day: string, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const near = clockInstant(midnight, zone);
  for (let at = near - 2 * HOUR; at < near + 2 * HOUR; at += QUARTER) {
    if (at + zoneOffset(zone, at) >= midnight) return at;
  }
  return near;
}

/** Midnight of the Monday on or before a time; both as a clock shows them, as if it were UTC, in milliseconds. */
export function weekStart(clock: number): number {
  return Math.floor((clock - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

/** The day (YYYY-MM-DD) that a zone's clock shows at an instant, UTC milliseconds. */
export function dayAt(at: number, zone: string): string {
  return dayOfClock(at + zoneOffset(zone, at));
}

/** A moment (UTC milliseconds) in ISO 8601 with the offset of a zone: 2026-03-01T12:00:00+03:00. */
export function isoInZone(at: number, zone: string): string {
  const offset = zoneOffset(zone, at);
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = new Date(at + offset).toISOString().slice(0, 19);
  return `${clock}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetAt(zone: string, start: number): number {
  const key = `${zone} ${start}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const parts = Object.fromEntries(
    formatterOf(zone)
      .formatToParts(start)
      .map((p) => [p.type, Number(p.value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
  if (offsets.size > 20_000) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}
