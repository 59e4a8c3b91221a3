import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { DAY, HOUR, MINUTE, SECOND } from "#lib/time/lengths.ts";

/** What the numbers of a date stand for, in the order written. */
export const DATE_ORDERS = ["day-first", "month-first", "year-first"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A day as written: settled, or three numbers of which only the column can say which is the month. */
export type WrittenDay =
  /** Its midnight as if the clock were UTC's, milliseconds. */
  | { readonly midnight: number }
  | { readonly numbers: readonly [number, number, number]; readonly orders: readonly DateOrder[] };

/** A time of day as written. */
export interface WrittenClock {
  /** Milliseconds since midnight. */
  readonly millis: number;
  /** Whether it leaves open if it is before or after noon, should the column be one of twelve hours. */
  readonly isHalf: boolean;
  /** Whether it says "am" or "pm". */
  readonly saysHalf: boolean;
}

/** What a text says of an instant before its column has said how it is to be understood. */
export interface WrittenTime {
  readonly day: WrittenDay;
  readonly clock: WrittenClock | null;
  /** Minutes east of UTC, the name of a zone, or null where it states none. */
  readonly zone: number | string | null;
  /** 0 for Sunday; null where it states none. */
  readonly weekday: number | null;
}

/** A number that counts: since 1970 (milliseconds), or days of a spreadsheet. */
export type WrittenCount =
  | { readonly unix: number }
  /** Days since the spreadsheet's first, with the time of day as their fraction. */
  | { readonly serial: number };

/** Two digits of a year mean 1990 to 2089: logs are no older, and no younger either. */
const CENTURY = 90;

/** The year that two or four digits name. */
export function fullYear(year: number): number {
  if (year >= 100) return year;
  return year < CENTURY ? 2000 + year : 1900 + year;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Midnight of a day as if the clock were UTC's; NaN where the calendar has no such day. */
export function midnightOf(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
  return day >= 1 && day <= length && year >= 100 ? Date.UTC(year, month - 1, day) : Number.NaN;
}

/** Midnight of three numbers taken in an order; NaN where that makes no day. */
export function midnightIn([a, b, c]: readonly [number, number, number], order: DateOrder): number {
  if (order === "year-first") return midnightOf(fullYear(a), b, c);
  return order === "day-first" ? midnightOf(fullYear(c), b, a) : midnightOf(fullYear(c), a, b);
}

/** The day of the week of a midnight, 0 for Sunday. */
export function weekdayAt(midnight: number): number {
  return new Date(midnight).getUTCDay();
}

/** @returns milliseconds since midnight, or NaN where no clock shows that */
export function clockMillis(hour: number, minute: number, second: number, fraction: string): number {
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN;
  const millis = fraction === "" ? 0 : Number(fraction.padEnd(3, "0").slice(0, 3));
  return hour * HOUR + minute * MINUTE + second * SECOND + millis;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/;

/** Reads ISO 8601 as programs write it, which is most of what comes; null where the text is something else. */
export function readIso(text: string): WrittenTime | EventFaultReason | null {
  return readPlainIso(text) ?? matchIso(text);
}

/** 2026-03-01T09:00:00Z or 2026-03-01T09:00:00.000Z, by its letters: a match costs ten times as much. */
function readPlainIso(text: string): WrittenTime | null {
  const last = text.length - 1;
  if (last !== 19 && last !== 23) return null;
  if (text[last] !== "Z" || text[4] !== "-" || text[7] !== "-" || text[13] !== ":" || text[16] !== ":")
    return null;
  if (text[10] !== "T" && text[10] !== " ") return null;
  if (last === 23 && text[19] !== ".") return null;
  const midnight = midnightOf(
    twoDigits(text, 0) * 100 + twoDigits(text, 2),
    twoDigits(text, 5),
    twoDigits(text, 8),
  );
  const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)];
  const fraction = last === 23 ? twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10) : 0;
  const millis = hour * HOUR + minute * MINUTE + second * SECOND + fraction;
  // Whatever is not as it should be is looked at again.
  if (!(hour < 24 && minute < 60 && second < 60 && fraction < 1000) || Number.isNaN(midnight)) return null;
  const clock = { millis, isHalf: isHalfDay(millis), saysHalf: false };
  return { day: { midnight }, clock, zone: 0, weekday: null };
}

/** NaN where two digits do not stand there. */
function twoDigits(text: string, at: number): number {
  const [ten, one] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return ten >= 0 && ten <= 9 && one >= 0 && one <= 9 ? ten * 10 + one : Number.NaN;
}

function matchIso(text: string): WrittenTime | EventFaultReason | null {
  const found = ISO.exec(text);
  if (found === null) return null;
  const [, year = "", month, date, hour, minute, second = "0", fraction = "", offset] = found;
  // Years of other calendars are looked at where they have a reason of their own.
  if (year < "1900") return null;
  const midnight = midnightOf(Number(year), Number(month), Number(date));
  const millis = hour === undefined ? 0 : clockMillis(Number(hour), Number(minute), Number(second), fraction);
  if (Number.isNaN(midnight + millis)) return "no-such-time";
  const zone = offset === undefined ? null : offsetMinutes(offset);
  if (zone !== null && Number.isNaN(zone)) return "unknown-zone";
  const clock = hour === undefined ? null : { millis, isHalf: isHalfDay(millis), saysHalf: false };
  return { day: { midnight }, clock, zone, weekday: null };
}

/** Whether a clock shows an hour that one of twelve hours could mean twice. */
function isHalfDay(millis: number): boolean {
  return millis >= HOUR && millis < 13 * HOUR;
}

/** Farther than any clock is set. */
const OFFSET_MAX = 18 * 60;

/** Minutes east of UTC of `Z`, `UTC`, `+03`, `+0300` or `+03:00`; NaN where no clock is set so. */
export function offsetMinutes(offset: string): number {
  if (/^[ZzUG]/.test(offset)) return 0;
  const digits = offset.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, -2) || digits) * 60 + Number(digits.slice(-2));
  const whole = digits.length <= 2 ? Number(digits) * 60 : minutes;
  if (whole > OFFSET_MAX || (digits.length > 2 && Number(digits.slice(-2)) > 59)) return Number.NaN;
  return offset.startsWith("-") ? -whole : whole;
}

/** Days of a spreadsheet from which on, and up to which, numbers are taken for its dates: 1990 to 2100. */
const SERIAL_FIRST = 32_874;
const SERIAL_END = 73_051;
/** What lies before is no time of any log, and could be a count of another unit. */
const EARLIEST = Date.UTC(1990, 0, 1);
const TICKS_TO_1970 = 621_355_968_000_000_000n;

/**
 * Reads a count: of seconds, milliseconds, micro- or nanoseconds since 1970 (their size tells them apart), of .NET's
 * ticks, of a spreadsheet's days; or digits without anything between them (20260301, 20260301090000).
 * @param digits those before the decimal mark @param fraction those behind it
 */
export function readCount(digits: string, fraction: string): WrittenCount | WrittenTime | null {
  const length = digits.length;
  if (length === 5) {
    const serial = Number(`${digits}.${fraction || "0"}`);
    return serial >= SERIAL_FIRST && serial < SERIAL_END ? { serial } : null;
  }
  if (/^(?:19|20)/.test(digits) && (length === 8 || length === 12 || length === 14 || length === 17)) {
    const compact = readCompact(digits);
    if (compact !== null) return fraction === "" ? compact : null;
  }
  const unix = unixMillis(digits, fraction);
  return unix === null ? null : { unix };
}

function unixMillis(digits: string, fraction: string): number | null {
  const length = digits.length;
  if (length <= 10) return length < 9 ? null : Math.round(Number(`${digits}.${fraction || "0"}`) * SECOND);
  if (length === 12 || length === 13) return Math.round(Number(`${digits}.${fraction || "0"}`));
  // Beyond this size a number loses digits; they are cut as text.
  if (length === 15 || length === 16) return Number(digits.slice(0, -3));
  if (length !== 18 && length !== 19) return null;
  const nanos = Number(digits.slice(0, -6));
  if (length === 19 || nanos > EARLIEST + 366 * DAY) return nanos;
  return Number((BigInt(digits) - TICKS_TO_1970) / 10_000n);
}

function readCompact(digits: string): WrittenTime | null {
  const at = (from: number, to: number) => Number(digits.slice(from, to) || "0");
  const midnight = midnightOf(at(0, 4), at(4, 6), at(6, 8));
  const millis = clockMillis(at(8, 10), at(10, 12), at(12, 14), digits.slice(14));
  if (Number.isNaN(midnight + millis)) return null;
  const clock = digits.length === 8 ? null : { millis, isHalf: false, saysHalf: false };
  return { day: { midnight }, clock, zone: null, weekday: null };
}
