import type { ColumnForms } from "./reading.ts";

/** What a person should know of how a file was read, since a figure may hang on it. */
export const READING_NOTES = [
  "whole-days",
  "day-first",
  "month-first",
  "year-first",
  "serials-1900",
  "serials-1904",
  "decimal-comma",
  "row-ids",
  "footer",
] as const;
export type ReadingNote = (typeof READING_NOTES)[number];

/** What is to be said of a file whose columns have these forms; nothing of one that is written as documented. */
export function readingNotes(forms: ColumnForms): readonly ReadingNote[] {
  const notes: ReadingNote[] = [];
  if (forms.wholeDays) notes.push("whole-days");
  if (forms.dateOrder !== null) notes.push(forms.dateOrder);
  if (forms.serials !== null) notes.push(`serials-${forms.serials}`);
  if (Object.values(forms.decimals).includes("comma")) notes.push("decimal-comma");
  if (forms.idScope === "file") notes.push("row-ids");
  if (forms.footer !== undefined) notes.push("footer");
  return notes;
}
