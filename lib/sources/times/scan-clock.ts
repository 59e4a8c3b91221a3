import { foldedWord } from "./month-names.ts";
import { isNumber, NoTimeError, type TimeTokens } from "./time-tokens.ts";
import { clockMillis, type WrittenClock } from "./written-time.ts";

const BEFORE_NOON = new Set("am a ص صباحا قظ".split(" "));
const AFTER_NOON = new Set("pm p م مساء ظهرا بظ".split(" "));

/** Whether the number at hand is an hour. @param behindDay whether all of the day has been read: 09.00 is then a clock */
export function isClockAhead(tokens: TimeTokens, behindDay: boolean): boolean {
  if (tokens.peek().length > 2) return false;
  const next = tokens.peek(1);
  if (next === ":") return true;
  const word = foldedWord(next === " " ? tokens.peek(2) : next);
  if (BEFORE_NOON.has(word) || AFTER_NOON.has(word)) return true;
  return behindDay && /^[.hH]$/.test(next) && /^\d\d$/.test(tokens.peek(2));
}

/**
 * Reads a clock and what says whether it is before or after noon.
 * @throws NoTimeError when no clock shows that
 */
export function scanClock(tokens: TimeTokens): WrittenClock {
  const hour = tokens.takeNumber();
  const parts: string[] = [];
  while (parts.length < 3 && isNumber(tokens.peek(1))) {
    // A comma parts seconds from their fraction, and nothing else of a clock.
    if (!(parts.length === 2 ? /^[:.,]$/ : /^[:.hH]$/).test(tokens.peek())) break;
    tokens.skip();
    parts.push(tokens.take());
  }
  const [minute = "0", second = "0", fraction = ""] = parts;
  if (minute.length > 2 || second.length > 2 || fraction.length > 9) throw new NoTimeError("not-a-date");
  return clockOf(Number(hour), [Number(minute), Number(second), fraction], takeHalf(tokens));
}

/** Reads what follows the T of 20260301T090000.5. @throws NoTimeError when no clock shows that */
export function scanCompactClock(tokens: TimeTokens): WrittenClock {
  const digits = tokens.takeNumber();
  if (digits.length !== 4 && digits.length !== 6) throw new NoTimeError("not-a-date");
  let fraction = "";
  if (/^[.,]$/.test(tokens.peek())) {
    tokens.skip();
    fraction = tokens.takeNumber();
  }
  const rest = [Number(digits.slice(2, 4)), Number(digits.slice(4)), fraction] as const;
  return clockOf(Number(digits.slice(0, 2)), rest, null);
}

function takeHalf(tokens: TimeTokens): "before" | "after" | null {
  const ahead = tokens.peek() === " " ? 1 : 0;
  const word = foldedWord(tokens.peek(ahead));
  const half = BEFORE_NOON.has(word) ? "before" : AFTER_NOON.has(word) ? "after" : null;
  if (half !== null) tokens.skip(ahead + 1);
  return half;
}

function clockOf(
  hour: number,
  [minute, second, fraction]: readonly [number, number, string],
  half: "before" | "after" | null,
): WrittenClock {
  // Some write 15:30 PM, or 0:30 AM: the hour says it all. 15:30 AM says two things.
  if (half === "before" && hour > 12) throw new NoTimeError("no-such-time");
  const added = half === "after" && hour < 12 ? 12 : half === "before" && hour === 12 ? -12 : 0;
  const millis = clockMillis(hour + added, minute, second, fraction);
  if (Number.isNaN(millis)) throw new NoTimeError("no-such-time");
  return { millis, isHalf: half === null && hour >= 1 && hour <= 12, saysHalf: half !== null };
}
