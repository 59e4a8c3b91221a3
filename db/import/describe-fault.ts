import { DEPTH_MAX } from "#lib/cascade/depth-max.ts";
import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { COLUMN_NAMES, EVENT_FIELDS } from "#lib/sources/column-mapping.ts";
import type { FileFault, FileFaultReason } from "#lib/sources/file-fault.ts";

const OF_FILE: Readonly<Record<FileFaultReason, string>> = {
  empty: "the file is empty",
  "no-rows": "the file holds no rows of data",
  binary: "the file is no text: a CSV, NDJSON, JSON or XLSX file, plain, gzip or zip, is expected",
  archive: "the archive or workbook cannot be read: save the table as CSV",
  "archive-damaged": "the archive is damaged or ends early: nothing behind this could be read",
  "several-files": "the archive holds several files: choose one with --entry",
  "unknown-encoding": "no such encoding is known",
  "unknown-sheet": "the workbook has no such sheet",
  "sheet-damaged": "the workbook is damaged: nothing behind this could be read",
  "workbook-too-large": "the workbook holds more than is read of one: save the sheet as CSV",
  "json-cut-short": "the JSON document ends early: nothing behind this could be read",
  "json-damaged": "the JSON document is damaged: nothing behind this could be read",
  "no-header": "no header line: name columns by number, such as --map code=#1; needed are",
  "missing-columns": "columns are missing",
  "duplicate-column": "two columns have the same name",
  "too-many-columns": "the file has more columns than may be",
  "gzip-cut-short": "the gzip file ends early: nothing behind this could be read",
  "gzip-damaged": "the gzip file is damaged",
  "row-too-long": "a row is longer than 1 MiB: a quote may be missing",
  "quote-not-closed": "a quote is opened and never closed",
  "bad-quote": "a quote stands in the middle of a field",
  "too-large": "the file is too large",
  "digits-lost":
    "a spreadsheet cut long numbers short, so that different names became one: export them as text",
  "day-or-month":
    "dates can be read in more than one order: say --dates day-first, month-first or year-first",
  "point-or-comma":
    "numbers can be read in two ways: say --decimal point (1,234 is over a thousand) or --decimal comma",
  "faults-in-rows": "rows are faulty and the policy is all-or-nothing: nothing was imported",
  interrupted: "the import was interrupted",
};

const OF_ROW: Readonly<Record<EventFaultReason, string>> = {
  missing: "is missing",
  "too-long": "is longer than 200 characters",
  "control-character": "contains a control character",
  "invalid-utf8": "is not valid UTF-8",
  "not-a-date": "is no date that we read",
  "no-such-time": "is a day or a time that no calendar or clock shows",
  "wrong-weekday": "names another day of the week than its date falls on",
  "other-calendar": "is a date of another calendar: write Gregorian dates",
  "other-date-order": "reads only in another order of day and month than the column's (--dates)",
  "other-time-form": "is written in another way than the other times of its column",
  "half-of-day-missing": "lacks the am or pm that other times of its column have",
  "unknown-zone": "names a zone that we do not know or that means several: write an offset such as +03:00",
  "digits-lost": "is shortened, as spreadsheets do (1.76723E+18): digits are lost. Save the column as text",
  "date-without-zone": "states no time zone",
  "before-1990": "lies before 1990",
  "in-the-future": "lies in the future",
  "not-a-number": "is not a number",
  "other-decimal-mark": "does not read with the decimal mark of its column (--decimal)",
  negative: "is negative",
  "out-of-range": "is out of range",
  "unknown-choice": "is none of the known choices",
  "currency-without-value": "is given without a value",
  "wrong-currency": "is not the currency of the campaign",
  "code-taken": "is taken by another share",
  "too-deep": `would make a cascade deeper than ${DEPTH_MAX} generations`,
  "too-few-fields": "has fewer fields than the header",
  "too-many-fields": "has more fields than the header",
  "not-an-object": "is no JSON object",
  "too-nested": "nests objects or lists too deep",
  "wrong-type": "is of the wrong type",
  "unknown-field": "is no field that we know",
};

/** A fault of one row of a file, as quarantine keeps it. */
export interface RowFault {
  readonly row: number;
  readonly line: number;
  readonly field: string;
  readonly reason: EventFaultReason;
}

/** An English line for a fault of a file or of one of its rows: file, line, row and column as far as known. */
export function describeFault(file: string, fault: FileFault | RowFault): string {
  if ("row" in fault) {
    const known = EVENT_FIELDS.find((name) => name === fault.field);
    const column = known === undefined ? fault.field : COLUMN_NAMES[known][0];
    return `${file}, line ${fault.line} (row ${fault.row}): ${column} ${OF_ROW[fault.reason]}`;
  }
  const place = fault.line === undefined ? file : `${file}, line ${fault.line}`;
  return `${place}: ${OF_FILE[fault.reason]}${fault.detail === undefined ? "" : ` (${fault.detail})`}`;
}
