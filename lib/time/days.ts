import { DAY } from "./lengths.ts";

const FORM = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const at = FORM.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The day that a clock shows, as YYYY-MM-DD. @param clock as if it were UTC, in milliseconds */
export function dayOfClock(clock: number): string {
  return new Date(clock).toISOString().slice(0, 10);
}

/** The day after another, both as YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return dayOfClock(Date.parse(`${day}T00:00:00Z`) + DAY);
}
