import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { HOUR, MINUTE, SECOND } from "#lib/time/lengths.ts";
import { clockInstant } from "#lib/time/zone-clock.ts";
import type { ColumnForms, DateOrder } from "./reading.ts";

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;
const SECONDS = /^\d{9,10}(?:\.\d{1,6})?$/;
const MILLISECONDS = /^\d{12,13}$/;
/** Day and month in either order, then the year. */
export const DAY_AND_MONTH =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;
const EARLIEST = Date.UTC(1990, 0, 1);

/** Clocks may run ahead by this much (METRICS §0). */
const AHEAD_MAX = 5 * MINUTE;

/** What a time's own text does not say. */
export interface TimeContext {
  /** IANA zone of times that state none; null refuses them. Of an hour that occurs twice the first is meant. */
  readonly zone: string | null;
  /** UTC milliseconds: what lies more than five minutes ahead is refused. */
  readonly now: number;
  readonly forms?: Pick<ColumnForms, "dateOrder">;
}

/**
 * Reads an instant: ISO 8601, or day and month in the order that its column has, with an offset or in the zone;
 * or Unix seconds or milliseconds.
 * @returns UTC milliseconds, or the reason there are none
 */
export function parseTime(text: string, { zone, now, forms }: TimeContext): number | EventFaultReason {
  const at = readInstant(text, zone, forms?.dateOrder ?? null);
  if (typeof at !== "number") return at;
  if (at < EARLIEST) return "before-1990";
  return at > now + AHEAD_MAX ? "in-the-future" : at;
}

function readInstant(text: string, zone: string | null, order: DateOrder | null): number | EventFaultReason {
  const iso = ISO.exec(text);
  if (iso !== null) return readClock(iso, zone);
  if (SECONDS.test(text)) return Math.round(Number(text) * 1000);
  if (MILLISECONDS.test(text)) return Number(text);
  const date = order === null ? null : DAY_AND_MONTH.exec(text);
  if (date === null) return "not-a-date";
  const [all, first = "", second = "", year = "", ...clock] = date;
  const [month, day] = order === "day-first" ? [second, first] : [first, second];
  return readClock([all, year, month, day, ...clock], zone);
}

/** @param parts the whole text, year, month, day, hour, minute, second, fraction, offset */
function readClock(parts: readonly (string | undefined)[], zone: string | null): number | EventFaultReason {
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset] = parts;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return "not-a-date";
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC rolls 30 February over into March; a date that comes back different was none.
  const read = new Date(midnight);
  if (read.getUTCDate() !== Number(day) || read.getUTCMonth() !== Number(month) - 1) return "not-a-date";
  const millis = Number(fraction.padEnd(3, "0").slice(0, 3));
  const clock = midnight + Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND + millis;
  if (offset === undefined) return zone === null ? "date-without-zone" : clockInstant(clock, zone);
  return clock - offsetMillis(offset);
}

function offsetMillis(offset: string): number {
  if (offset === "Z" || offset === "z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  const digits = offset.slice(1).replace(":", "");
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || 0)) * MINUTE;
}
