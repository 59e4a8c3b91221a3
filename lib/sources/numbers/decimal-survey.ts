import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { DECIMAL_MARKS, type DecimalMark, readNumber, type WrittenNumber } from "./written-number.ts";

/** A value of a column and the line it stands on. */
interface Example {
  readonly text: string;
  readonly line: number;
}

/** What a survey of a column of numbers comes to: its decimal mark, or a value that may be two. */
export type DecimalFinding = DecimalMark | { readonly example: Example; readonly values: WrittenNumber };

/** One row in twenty may contradict the others before a column is called undecided. */
const CONTRADICTIONS = 1 / 20;
/** A number as programs write it, its mark a point. */
const PROGRAMMED = /^[+-]?\d+\.\d+$/;

/**
 * Looks through all values of a column of numbers and finds their decimal mark. What it finds depends neither on the
 * order of the rows nor on how often the whole column is added; memory does not grow with it.
 */
export class DecimalSurvey {
  private readonly proofs: Record<DecimalMark, number> = { point: 0, comma: 0 };
  private open: { readonly example: Example; readonly values: WrittenNumber } | null = null;

  /** @param isTyped whether the format has numbers of its own, whose mark is the point */
  constructor(private readonly isTyped: boolean) {}

  /** @param text a value; an empty one says nothing */
  add(text: string, line: number): void {
    if (text === "") return;
    const values = readNumber(text);
    if (typeof values === "string" || values.point === values.comma) return;
    const { point, comma } = values;
    if (Number.isNaN(comma) || (this.isTyped && PROGRAMMED.test(text))) this.proofs.point += 1;
    else if (Number.isNaN(point)) this.proofs.comma += 1;
    else if (this.open === null || line < this.open.example.line)
      this.open = { example: { text, line }, values };
  }

  finish(chosen: DecimalMark | undefined): DecimalFinding {
    if (chosen !== undefined) return chosen;
    const { point, comma } = this.proofs;
    const proven = DECIMAL_MARKS.find((mark) => {
      const [won, lost] = mark === "point" ? [point, comma] : [comma, point];
      return won > 0 && lost <= won * CONTRADICTIONS;
    });
    return proven ?? this.open ?? "point";
  }
}

/**
 * The value of a number in a column of this decimal mark.
 * @returns the value and what stands beside it, or the reason there is none
 */
export function readAmount(
  text: string,
  mark: DecimalMark,
): { readonly value: number; readonly currency: string } | EventFaultReason {
  const written = readNumber(text);
  if (typeof written === "string") return written;
  const value = written[mark];
  return Number.isNaN(value) ? "other-decimal-mark" : { value, currency: written.currency };
}
