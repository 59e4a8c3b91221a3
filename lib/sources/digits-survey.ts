import type { EventField } from "./column-mapping.ts";
import { FileFaultError } from "./file-fault.ts";
import { NOTHING } from "./no-parent.ts";
import { isShortForm } from "./short-form.ts";

/** Fields whose values name something: a digit less is another name. */
export const NAMING_FIELDS = ["code", "via", "id", "person"] as const satisfies readonly EventField[];
export type NamingField = (typeof NAMING_FIELDS)[number];

export function isNaming(field: EventField): field is NamingField {
  return field === "code" || field === "via" || field === "id" || field === "person";
}

/** A whole number that a program took for a measure, as some do where a column has empty fields. */
const MEASURED = /^\d{1,15}\.0$/;

/** From this part of a column on the file as a whole is at fault; below it, those rows are. */
const CUT_LEAST = 1 / 20;

/** Looks for names that a spreadsheet has cut to a few digits, in one column. */
export class DigitsSurvey {
  private total = 0;
  private cut = 0;
  private areMeasured = true;
  private example: { readonly text: string; readonly line: number } | null = null;

  /** What the column says in the last row. */
  last = "";
  private lastLine = 0;

  add(text: string, line: number): void {
    if (line >= this.lastLine) {
      this.lastLine = line;
      this.last = text;
    }
    if (text === "" || NOTHING.has(text)) return;
    this.total += 1;
    if (this.areMeasured && !MEASURED.test(text)) this.areMeasured = false;
    if (!isShortForm(text)) return;
    this.cut += 1;
    if (this.example === null || line < this.example.line) this.example = { text, line };
  }

  /** Whether all of the column are whole numbers written as measures: 101.0 for 101. */
  get isMeasured(): boolean {
    return this.areMeasured && this.total > 0;
  }

  /** Whether none of the column says otherwise. */
  get mayBeMeasured(): boolean {
    return this.areMeasured;
  }

  /** @throws FileFaultError when digits are lost: different names have become one */
  end(): void {
    if (this.example === null || this.cut < this.total * CUT_LEAST) return;
    const { text, line } = this.example;
    throw new FileFaultError({ reason: "digits-lost", line, detail: text });
  }
}
