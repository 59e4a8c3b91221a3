import { FileFaultError } from "./file-fault.ts";
import { DAY_AND_MONTH } from "./parse-time.ts";
import type { ColumnForms, DateOrder, ReadingChoices } from "./reading.ts";

const WHOLE_DAY = /^\d{4}-\d\d-\d\d$|^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/;

/** Finds how the times of a column are written; the order of the rows does not matter. */
export class TimeSurvey {
  private times = 0;
  private days = 0;
  private dates = 0;
  /** Rows that only one order of day and month can read. */
  private readonly proof: Record<DateOrder, number> = { "day-first": 0, "month-first": 0 };
  private example = "";

  add(text: string): void {
    if (text === "") return;
    this.times += 1;
    if (WHOLE_DAY.test(text)) this.days += 1;
    const date = DAY_AND_MONTH.exec(text);
    if (date === null) return;
    this.dates += 1;
    const [first, second] = [Number(date[1]), Number(date[2])];
    if (first > 12) this.proof["day-first"] += 1;
    else if (second > 12) this.proof["month-first"] += 1;
    else if (this.example === "" || text < this.example) this.example = text;
  }

  /** @throws FileFaultError when days and months may be either and nobody said which */
  end({ dateOrder }: ReadingChoices): ColumnForms {
    return { dateOrder: this.order(dateOrder), wholeDays: this.times > 0 && this.days === this.times };
  }

  private order(chosen: DateOrder | undefined): DateOrder | null {
    if (this.dates === 0) return null;
    if (chosen !== undefined) return chosen;
    const { "day-first": days, "month-first": months } = this.proof;
    if (days > 0 && months === 0) return "day-first";
    if (months > 0 && days === 0) return "month-first";
    throw new FileFaultError({ reason: "day-or-month", detail: this.example });
  }
}
