import { dayOfClock } from "./days.ts";
import { DAY, MINUTE, SECOND, WEEK } from "./lengths.ts";
import type { Span } from "./span.ts";

/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY = 4 * DAY;
/** So that a stranger's many spellings of zones fill no memory. */
const MOST_ZONES = 100;
const MOST_DAYS = 5000;

/** What a zone adds to UTC on one UTC day, milliseconds. */
interface DayOffsets {
  readonly before: number;
  /** The instant from which on it is `after`; the end of the day, where it stays the same. */
  readonly change: number;
  readonly after: number;
}

interface KnownZone {
  readonly format: Intl.DateTimeFormat;
  /** By days since 1970. */
  readonly days: Map<number, DayOffsets>;
}

const zones = new Map<string, KnownZone>();

/**
 * Milliseconds to add to UTC to read the clock of `zone` (IANA name) at instant `at`, daylight saving
 * included. No zone has changed its offset twice within a UTC day since 1970.
 * @throws RangeError when the zone is unknown
 */
export function zoneOffset(zone: string, at: number): number {
  if (zone === "UTC") return 0;
  const known = zones.get(zone) ?? addZone(zone);
  const day = Math.floor(at / DAY);
  const { before, change, after } = known.days.get(day) ?? addDay(known, day);
  return at < change ? before : after;
}

/**
 * The instant (UTC milliseconds) at which a zone's clock shows a time. Of a time that it shows twice, the first; one
 * that it skips is read by the offset before the gap, so that a skipped midnight is the first instant after it. This
 * is what Temporal calls `compatible`.
 * @param clock what the clock shows, as if it were UTC, in milliseconds
 * @param zone IANA name
 */
export function clockInstant(clock: number, zone: string): number {
  // A day off on either side: no zone is farther from UTC, and changes lie farther apart.
  const early = clock - zoneOffset(zone, clock - DAY);
  const late = clock - zoneOffset(zone, clock + DAY);
  const isShown = (at: number) => at + zoneOffset(zone, at) === clock;
  return !isShown(early) && isShown(late) ? late : early;
}

/**
 * The first instant (UTC milliseconds) of a day in a zone. Where the clock skips midnight, that is the first
 * instant after the gap.
 * @param day YYYY-MM-DD
 * @param zone IANA name
 */
export function dayStart(day: string, zone: string): number {
  return clockInstant(Date.parse(`${day}T00:00:00Z`), zone);
}

/** The days of a zone's clock that a stretch of time touches: the first as days since 1970, and how many. */
export function touchedDays({ from, to }: Span, zone: string): { first: number; count: number } {
  const numberOf = (at: number) => Math.floor((at + zoneOffset(zone, at)) / DAY);
  const first = numberOf(from);
  return { first, count: Math.max(1, numberOf(to - 1) - first + 1) };
}

/** Midnight of the Monday on or before a time; both as a clock shows them, as if it were UTC, in milliseconds. */
export function weekStart(clock: number): number {
  return Math.floor((clock - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY;
}

/** The day (YYYY-MM-DD) that a zone's clock shows at an instant, UTC milliseconds. */
export function dayAt(at: number, zone: string): string {
  return dayOfClock(at + zoneOffset(zone, at));
}

/**
 * A moment (UTC milliseconds) in ISO 8601 with the offset of a zone: 2026-03-01T12:00:00+03:00; milliseconds where it has
 * any.
 */
export function isoInZone(at: number, zone: string): string {
  const offset = zoneOffset(zone, at);
  const minutes = Math.abs(Math.round(offset / MINUTE));
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = new Date(at + offset).toISOString().slice(0, at % SECOND === 0 ? 19 : 23);
  return `${clock}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function addZone(zone: string): KnownZone {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const added = { format, days: new Map<number, DayOffsets>() };
  if (zones.size >= MOST_ZONES) zones.clear();
  zones.set(zone, added);
  return added;
}

function addDay({ format, days }: KnownZone, day: number): DayOffsets {
  let [low, high] = [day * DAY, (day + 1) * DAY];
  const [before, after] = [readOffset(format, low), readOffset(format, high)];
  // Some zones have changed at a minute past midnight.
  while (before !== after && high - low > SECOND) {
    const middle = low + Math.floor((high - low) / (2 * SECOND)) * SECOND;
    if (readOffset(format, middle) === before) low = middle;
    else high = middle;
  }
  const added = { before, change: high, after };
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, added);
  return added;
}

/** @param at UTC milliseconds, on a whole second */
function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(format.formatToParts(at).map((p) => [p.type, Number(p.value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}
