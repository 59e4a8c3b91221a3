import type { EventField } from "./column-mapping.ts";
import { FileFaultError } from "./file-fault.ts";

/** Fields whose values name something: a digit less is another name. */
export const NAMING_FIELDS = ["code", "via", "id", "person"] as const satisfies readonly EventField[];

/** What a spreadsheet makes of a long number: 1.76723E+18, its other digits gone. */
const SHORT_FORM = /^[+-]?\d[.,]\d+E\+?\d{2}$/;

/** Looks for names that a spreadsheet has cut to a few digits. */
export class DigitsSurvey {
  private example: { readonly text: string; readonly line: number } | null = null;

  add(text: string, line: number): void {
    if (this.example === null && SHORT_FORM.test(text)) this.example = { text, line };
  }

  /** @throws FileFaultError when digits are lost: different names have become one */
  end(): void {
    if (this.example === null) return;
    const { text, line } = this.example;
    throw new FileFaultError({ reason: "digits-lost", line, detail: text });
  }
}
