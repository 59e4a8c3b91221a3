import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";
import { clockInstant } from "#lib/time/zone-clock.ts";
import { readWritten, readWrittenPair } from "./read-written.ts";
import type { SerialStart, TimeForm } from "./time-form.ts";
import { midnightIn, type WrittenDay } from "./written-time.ts";

/** Midnight before the first day of a spreadsheet's count, as if the clock were UTC's. */
const STARTS: Readonly<Record<SerialStart, number>> = {
  1900: Date.UTC(1899, 11, 30),
  1904: Date.UTC(1904, 0, 1),
};

/**
 * Reads one value of a column of times in the column's form.
 * @param text not empty
 * @param clock the time of day, where it stands in a column of its own; else ""
 * @param zone IANA zone of times that state none; null refuses them. Of an hour that occurs twice the first is meant
 * @returns UTC milliseconds, or the reason there are none
 */
export function readTime(
  text: string,
  clock: string,
  form: TimeForm,
  zone: string | null,
): number | EventFaultReason {
  const written = clock === "" ? readWritten(text) : readWrittenPair(text, clock);
  if (typeof written === "string") return written;
  if ("serial" in written) {
    if (form.serials === null) return "other-time-form";
    return inZone(STARTS[form.serials] + Math.round(written.serial * DAY), zone);
  }
  if (form.serials !== null) return "other-time-form";
  if ("unix" in written) return written.unix;
  const midnight = midnightOf(written.day, form);
  if (typeof midnight !== "number") return midnight;
  if (form.twelveHours && written.clock?.isHalf && written.zone === null) return "half-of-day-missing";
  const shown = midnight + (written.clock?.millis ?? 0);
  return typeof written.zone === "number"
    ? shown - written.zone * MINUTE
    : inZone(shown, written.zone ?? zone);
}

function midnightOf(day: WrittenDay, { dateOrder }: TimeForm): number | EventFaultReason {
  if ("midnight" in day) return day.midnight;
  // Without a column nothing is taken that could mean two days.
  if (dateOrder === null) return "not-a-date";
  return day.orders.includes(dateOrder) ? midnightIn(day.numbers, dateOrder) : "other-date-order";
}

function inZone(clock: number, zone: string | null): number | EventFaultReason {
  return zone === null ? "date-without-zone" : clockInstant(clock, zone);
}
