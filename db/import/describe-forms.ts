import type { ColumnForms } from "#lib/sources/reading.ts";
import { type ReadingNote, readingNotes } from "#lib/sources/reading-notes.ts";

const LINES: Readonly<Record<ReadingNote, string>> = {
  "whole-days": "its times are whole days: how long anything took is known to a day only",
  "day-first": "its dates are read day first",
  "month-first": "its dates are read month first",
  "year-first": "its dates are read year first",
  "serials-1900":
    "its times are a spreadsheet's days, counted from 1900; if they come out four years too early, say --serials 1904",
  "serials-1904": "its times are a spreadsheet's days, counted from 1904",
  "decimal-comma": "its numbers are read with a comma before the decimals",
  "row-ids":
    "its event ids are row numbers, which other files use again: they hold in this file only (--id-scope campaign if not)",
  footer: "its last row is named like a total of the others and counts as one more: delete it if it is none",
};

/** English lines for what a person should know of how a file was read. */
export function describeForms(file: string, forms: ColumnForms): string[] {
  return readingNotes(forms).map((note) => `${file}: ${LINES[note]}`);
}
