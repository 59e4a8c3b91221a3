import type { IdScope } from "./reading.ts";

/** As long as the number of a row gets. */
const ROW_NUMBER = /^\d{1,9}(?:\.0)?$/;

/**
 * Looks through the ids of a file's events. Such as are all short whole numbers count rows, or records of one program:
 * another file has the same ones for other events. Others are made to be met again.
 */
export class IdSurvey {
  private areNumbers = true;
  private isUsed = false;

  add(text: string): void {
    if (text === "") return;
    this.isUsed = true;
    if (this.areNumbers && !ROW_NUMBER.test(text)) this.areNumbers = false;
  }

  finish(): IdScope {
    return this.isUsed && this.areNumbers ? "file" : "campaign";
  }
}
