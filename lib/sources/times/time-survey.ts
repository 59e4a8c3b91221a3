import { DAY } from "#lib/time/lengths.ts";
import { NOTHING } from "../no-parent.ts";
import { DateOrders, type DateReading, type Example } from "./date-orders.ts";
import { readWritten, readWrittenPair } from "./read-written.ts";
import type { TimeChoices, TimeForm } from "./time-form.ts";
import { midnightIn, type WrittenCount, type WrittenTime } from "./written-time.ts";

/** What a survey of a column of times comes to: its form, or that it does not say in which order its dates are. */
export type TimeFinding = { readonly form: TimeForm } | { readonly readings: readonly DateReading[] };

/** Below this share of a column its numbers of five digits are no days of a spreadsheet. */
const SERIALS_LEAST = 0.9;
/** So many days with the same time of day are no accident. */
const DAYS_ALIKE = 3;

/**
 * Looks through all values of a column of times and finds how they are written. What it finds depends neither on the
 * order of the rows nor on how often the whole column is added; memory does not grow with it.
 */
export class TimeSurvey {
  private readonly orders = new DateOrders();
  private total = 0;
  private serials = 0;
  private saysHalf = 0;
  private isHalf = 0;
  private timeOfDay: number | null = null;
  private isAlike = true;
  private readonly days = new Set<number>();

  /**
   * @param text a value; an empty one, or a word for nothing, says nothing
   * @param row where it stands, from 1
   * @param clock the time of day, where it stands in a column of its own
   */
  add(text: string, row: number, clock = ""): void {
    if (text === "" || NOTHING.has(text)) return;
    this.total += 1;
    const written = clock === "" ? readWritten(text) : readWrittenPair(text, clock);
    if (typeof written === "string") return;
    this.addRead(written, { row, text: clock === "" ? text : `${text} ${clock}` });
  }

  finish(choices: TimeChoices = {}): TimeFinding {
    const found = this.orders.find();
    const dateOrder = found === null ? null : (choices.dateOrder ?? found);
    if (dateOrder !== null && typeof dateOrder !== "string") return { readings: dateOrder };
    const isSerials = this.serials > 0 && this.serials >= this.total * SERIALS_LEAST;
    const isEven = this.timeOfDay === 0 || this.days.size >= DAYS_ALIKE;
    const form = {
      dateOrder,
      serials: isSerials ? (choices.serials ?? 1900) : null,
      twelveHours: this.saysHalf > 0 && this.saysHalf >= this.isHalf,
      wholeDays: this.isAlike && this.days.size > 0 && isEven,
    };
    return { form };
  }

  private addRead(written: WrittenTime | WrittenCount, example: Example): void {
    if ("unix" in written) {
      this.addClock(written.unix);
    } else if ("serial" in written) {
      this.serials += 1;
      this.addClock(Math.round(written.serial * DAY));
    } else {
      const { day, clock, zone } = written;
      if (clock?.saysHalf) this.saysHalf += 1;
      if (clock?.isHalf && zone === null) this.isHalf += 1;
      if ("numbers" in day) this.orders.add(day, example);
      const midnight =
        "midnight" in day ? day.midnight : midnightIn(day.numbers, day.orders[0] ?? "day-first");
      this.addClock(midnight + (clock?.millis ?? 0));
    }
  }

  /** @param clock milliseconds since 1970 as a clock shows them */
  private addClock(clock: number): void {
    if (!this.isAlike) return;
    const day = Math.floor(clock / DAY);
    const timeOfDay = clock - day * DAY;
    this.timeOfDay ??= timeOfDay;
    if (timeOfDay !== this.timeOfDay) this.isAlike = false;
    else if (this.days.size < DAYS_ALIKE) this.days.add(day);
  }
}
