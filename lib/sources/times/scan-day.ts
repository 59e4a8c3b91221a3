import { NoTimeError, type TimeTokens } from "./time-tokens.ts";
import {
  DATE_ORDERS,
  type DateOrder,
  midnightIn,
  midnightOf,
  type WrittenDay,
  weekdayAt,
} from "./written-time.ts";

/** Years of the calendars that count from the Hijra, the sun's and the moon's. */
const HIJRI = { first: 1300, last: 1500 };

/**
 * Reads a date in numbers alone: three with the same mark between them, or eight digits.
 * @throws NoTimeError when they are no date
 */
export function scanNumbers(tokens: TimeTokens): WrittenDay {
  const first = tokens.takeNumber();
  if (first.length === 8)
    return namedDay(Number(first.slice(0, 4)), Number(first.slice(4, 6)), Number(first.slice(6)));
  const mark = takeMark(tokens);
  const second = tokens.takeNumber();
  if (takeMark(tokens) !== mark || second.length > 2) throw new NoTimeError("not-a-date");
  const third = tokens.takeNumber();
  if (first.length === 4 && third.length <= 2) return namedDay(Number(first), Number(second), Number(third));
  if (first.length > 2 || (third.length !== 4 && third.length !== 2)) throw new NoTimeError("not-a-date");
  if (third.length === 4) assertGregorian(Number(third));
  // Two digits of a year stand last wherever people write them; with dashes some programs put them first.
  const isOpen = third.length === 2 && first.length === 2 && mark === "-";
  const numbers = [Number(first), Number(second), Number(third)] as const;
  const orders = (isOpen ? DATE_ORDERS : (["day-first", "month-first"] as const)).filter(
    (order) => !Number.isNaN(midnightIn(numbers, order)),
  );
  if (orders.length === 0) throw new NoTimeError("no-such-time");
  return { numbers, orders };
}

/**
 * The day of a year, a month and a day that are known as such.
 * @throws NoTimeError when the Gregorian calendar has no such day
 */
export function namedDay(year: number, month: number, day: number): WrittenDay {
  assertGregorian(year);
  const midnight = midnightOf(year, month, day);
  if (Number.isNaN(midnight)) throw new NoTimeError("no-such-time");
  return { midnight };
}

/**
 * A day of which the day of the week is stated too.
 * @throws NoTimeError when it is another day's
 */
export function withWeekday(day: WrittenDay, weekday: number): WrittenDay {
  if ("midnight" in day) {
    if (weekdayAt(day.midnight) !== weekday) throw new NoTimeError("wrong-weekday");
    return day;
  }
  const fits = (order: DateOrder) => weekdayAt(midnightIn(day.numbers, order)) === weekday;
  const orders = day.orders.filter(fits);
  if (orders.length === 0) throw new NoTimeError("wrong-weekday");
  return { ...day, orders };
}

function assertGregorian(year: number): void {
  if (year < 1000) throw new NoTimeError("before-1990");
  if (year >= HIJRI.first && year <= HIJRI.last) throw new NoTimeError("other-calendar");
}

function takeMark(tokens: TimeTokens): string {
  tokens.skipBlanks();
  const mark = tokens.take();
  if (!/^[-./]$/.test(mark)) throw new NoTimeError("not-a-date");
  tokens.skipBlanks();
  return mark;
}
