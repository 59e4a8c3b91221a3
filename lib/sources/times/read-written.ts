import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { latinText } from "../latin-text.ts";
import { isShortForm } from "../short-form.ts";
import { scanTime } from "./scan-time.ts";
import {
  readCount,
  readIso,
  type WrittenClock,
  type WrittenCount,
  type WrittenTime,
} from "./written-time.ts";

/** Longer than any date that people or programs write. */
const LONGEST = 80;
const COUNT = /^([+-]?)(\d{5,19})(?:[.,](\d{1,15}))?$/;
const FRACTION = /^0?[.,]\d{1,17}$|^0$/;
/** Days that spreadsheets and databases put before a time that has none. */
const NO_DAYS: ReadonlySet<number> = new Set([
  Date.UTC(1899, 11, 30),
  Date.UTC(1899, 11, 31),
  Date.UTC(1900, 0, 1),
  Date.UTC(1904, 0, 1),
  Date.UTC(1970, 0, 1),
]);

/**
 * Reads what one cell says of an instant, as people, spreadsheets, databases and programs write it, without deciding
 * what only its column can: the order of a date in numbers alone, and whether clocks run to twelve or to 24.
 * @returns the reason, where it says none
 */
export function readWritten(text: string): WrittenTime | WrittenCount | EventFaultReason {
  const iso = readIso(text);
  if (iso !== null) return iso;
  if (text.length > LONGEST) return "not-a-date";
  const latin = latinText(text).trim();
  const count = COUNT.exec(latin);
  if (count !== null) {
    const [, sign, digits = "", fraction = ""] = count;
    return sign === "-" ? "before-1990" : (readCount(digits, fraction) ?? "not-a-date");
  }
  if (isShortForm(latin)) return "digits-lost";
  const read = readIso(latin) ?? scanTime(latin);
  if (typeof read === "string") return read;
  const { day } = read;
  return day === null ? "not-a-date" : { ...read, day };
}

/**
 * Reads a day and the time of that day that stand in two cells.
 * @param day what `readWritten` reads; a midnight that it adds says nothing
 */
export function readWrittenPair(day: string, clock: string): WrittenTime | WrittenCount | EventFaultReason {
  const read = readWritten(day);
  if (typeof read === "string" || "unix" in read) return read;
  const time = readClock(clock);
  if (typeof time === "string") return time;
  if ("serial" in read) return { serial: Math.floor(read.serial) + time.millis / 86_400_000 };
  if (read.clock !== null && read.clock.millis !== 0 && read.clock.millis !== time.millis)
    return "not-a-date";
  return { ...read, clock: time, zone: time.zone ?? read.zone };
}

/** Whether a text is a day without a time of it. */
export function isDay(text: string): boolean {
  const read = readWritten(text);
  if (typeof read === "string" || "unix" in read) return false;
  return "serial" in read ? Number.isInteger(read.serial) : (read.clock?.millis ?? 0) === 0;
}

/** Whether a text is a time of day without a day. */
export function isClock(text: string): boolean {
  return typeof readClock(text) !== "string";
}

function readClock(text: string): (WrittenClock & Pick<WrittenTime, "zone">) | EventFaultReason {
  const latin = latinText(text).trim();
  if (FRACTION.test(latin)) {
    const millis = Math.round(Number(latin.replace(",", ".")) * 86_400_000);
    return { millis, isHalf: false, saysHalf: false, zone: null };
  }
  const read = readIso(latin) ?? scanTime(latin);
  if (typeof read === "string") return read;
  const { day, clock, zone } = read;
  const saysNoDay = day === null || ("midnight" in day && NO_DAYS.has(day.midnight));
  return saysNoDay && clock !== null ? { ...clock, zone } : "not-a-date";
}
