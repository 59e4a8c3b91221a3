import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { foldedWord, isHalfName, monthOf, weekdayOf } from "./month-names.ts";
import { isClockAhead, scanClock, scanCompactClock } from "./scan-clock.ts";
import { namedDay, scanNumbers, withWeekday } from "./scan-day.ts";
import { scanOffset, scanZone } from "./scan-zone.ts";
import { isNumber, isWord, NoTimeError, TimeTokens } from "./time-tokens.ts";
import { fullYear, type WrittenClock, type WrittenDay, type WrittenTime } from "./written-time.ts";

/** What stands between the parts of a time and says nothing; among it the era of our calendar. */
const FILLERS = new Set([..." ,،;·|[]\"'", ..."at on the of st nd rd th في الساعه يوم م".split(" ")]);
const OTHER_CALENDARS = new Set("ه هجري هجريه ah ap".split(" "));

/** What a text says of a time; a clock alone has no day. */
export type ScannedTime = Omit<WrittenTime, "day"> & { readonly day: WrittenDay | null };

/**
 * Reads a text as a time: its parts in whatever order people write them, each of them once.
 * @param text as `latinText` gives it
 */
export function scanTime(text: string): ScannedTime | EventFaultReason {
  try {
    return new TimeScan(new TimeTokens(text)).read();
  } catch (error) {
    if (error instanceof NoTimeError) return error.reason;
    throw error;
  }
}

class TimeScan {
  private day: WrittenDay | null = null;
  private month: number | null = null;
  private dayOfMonth: number | null = null;
  private year: number | null = null;
  private clock: WrittenClock | null = null;
  private zone: number | string | null = null;
  private weekday: number | null = null;

  constructor(private readonly tokens: TimeTokens) {}

  read(): ScannedTime {
    while (this.tokens.left > 0) this.readPart();
    const { month, dayOfMonth, year, weekday, clock, zone } = this;
    if (month !== null) {
      if (dayOfMonth === null || year === null) throw new NoTimeError("not-a-date");
      this.day = namedDay(year, month, dayOfMonth);
    }
    const day = this.day === null || weekday === null ? this.day : withWeekday(this.day, weekday);
    return { day, clock, zone, weekday };
  }

  private readPart(): void {
    const { tokens } = this;
    const token = tokens.peek();
    if (!isNumber(token)) tokens.skip();
    if (isNumber(token)) this.readNumber(token);
    else if (isWord(token)) this.readWord(token);
    else if (token === "+" || token === "-") this.readSign(token);
    else if (token === "(" && this.clock !== null) tokens.skipPast(")");
    else if (!FILLERS.has(token) && !this.isBesideName(token)) throw new NoTimeError("not-a-date");
  }

  private readNumber(token: string): void {
    if (this.clock === null && isClockAhead(this.tokens, this.hasDay())) this.clock = scanClock(this.tokens);
    else if (this.hasDay()) throw new NoTimeError("not-a-date");
    else if (this.month === null && !this.hasNameAhead()) this.readNumbers();
    else this.readNamed(token);
  }

  /** A number of a date that names its month: the day, or the year. */
  private readNamed(token: string): void {
    this.tokens.skip();
    if (this.dayOfMonth === null && token.length <= 2) this.dayOfMonth = Number(token);
    else if (this.year === null && (token.length === 4 || token.length === 2))
      this.year = token.length === 4 ? Number(token) : fullYear(Number(token));
    else throw new NoTimeError("not-a-date");
  }

  private readNumbers(): void {
    const isCompact = this.tokens.peek().length === 8;
    this.day = scanNumbers(this.tokens);
    if (!/^[Tt]$/.test(this.tokens.peek())) return;
    this.tokens.skip();
    if (isCompact) this.clock = scanCompactClock(this.tokens);
    else if (!isClockAhead(this.tokens, true)) throw new NoTimeError("not-a-date");
  }

  private readWord(token: string): void {
    const word = foldedWord(token);
    const month = this.monthAt(word, 1);
    const weekday = weekdayOf(word);
    if (month !== undefined && this.month === null && this.day === null) {
      if (isHalfName(word)) this.tokens.skip(2);
      this.month = month;
    } else if (weekday !== undefined && this.weekday === null) this.weekday = weekday;
    else if (OTHER_CALENDARS.has(word)) throw new NoTimeError("other-calendar");
    else if (!FILLERS.has(word)) this.readZone(word);
  }

  private readZone(word: string): void {
    if (this.clock === null && this.day === null) throw new NoTimeError("not-a-date");
    const zone = scanZone(this.tokens, word);
    // An offset says more than the name beside it, which says only where it was in force.
    if (typeof this.zone === "number" && typeof zone === "string") return;
    if (this.zone !== null && zone !== this.zone) throw new NoTimeError("not-a-date");
    this.zone = zone;
  }

  /** An offset from UTC, or the dash between the name of a month and its neighbours. */
  private readSign(sign: string): void {
    if (this.clock === null && this.day === null) {
      if (!this.isBesideName(sign)) throw new NoTimeError("not-a-date");
      return;
    }
    if (this.zone !== null) throw new NoTimeError("not-a-date");
    this.zone = scanOffset(this.tokens, sign);
  }

  private hasDay(): boolean {
    return this.day !== null || (this.month !== null && this.dayOfMonth !== null && this.year !== null);
  }

  /** Whether a mark joins the parts of a date that names its month, as in 01/Mar/2026:09:00. */
  private isBesideName(mark: string): boolean {
    const isBegun = this.month !== null || this.dayOfMonth !== null || this.year !== null;
    return isBegun && (/^[-/.]$/.test(mark) || (mark === ":" && this.hasDay() && this.clock === null));
  }

  private hasNameAhead(): boolean {
    for (let ahead = 1; ahead < this.tokens.left; ahead++)
      if (isWord(this.tokens.peek(ahead)) && this.monthAt(foldedWord(this.tokens.peek(ahead)), ahead + 2))
        return true;
    return false;
  }

  /** @param next where the second word of a double name would stand */
  private monthAt(word: string, next: number): number | undefined {
    return monthOf(isHalfName(word) ? `${word}-${foldedWord(this.tokens.peek(next))}` : word);
  }
}
