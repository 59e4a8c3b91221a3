import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { latinText } from "../latin-text.ts";
import { isShortForm } from "../short-form.ts";

/** The mark between the whole and the parts of a number. */
export const DECIMAL_MARKS = ["point", "comma"] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];

/** A number as written: what it is by either decimal mark, NaN where that makes no number of it. */
export interface WrittenNumber extends Readonly<Record<DecimalMark, number>> {
  /** What stands beside it, "" where nothing does. */
  readonly currency: string;
}

const PLAIN = /^[+-]?\d{1,15}(\.\d{1,2})?$/;
/** Longer than any amount with its currency. */
const LONGEST = 60;
/** What stands before the digits, the digits with their marks, what stands behind. */
const PARTS = /^(\D*?)([.,٫]?\d(?:[\d.,٫٬،'’ _]*\d)?)(\D*)$/u;
const DIGITS_MAX = 15;

/**
 * Reads a number as people, spreadsheets and programs write it, without deciding what only its column can: whether
 * 1,234 is more than a thousand or less than two.
 * @returns the reason, where it is no number
 */
export function readNumber(text: string): WrittenNumber | EventFaultReason {
  if (PLAIN.test(text)) return plain(text);
  if (text.length > LONGEST) return "not-a-number";
  const latin = latinText(text).trim();
  if (isShortForm(latin)) return "digits-lost";
  const [, head = "", body = "", tail = ""] = PARTS.exec(latin) ?? [];
  const sides = readSides(head, tail);
  if (body === "" || sides === null) return "not-a-number";
  const point = sides.sign * numberOf(body, ".", ",");
  const comma = sides.sign * numberOf(body, ",", ".");
  if (Number.isNaN(point) && Number.isNaN(comma)) return "not-a-number";
  return { point, comma, currency: sides.currency };
}

function plain(text: string): WrittenNumber {
  const value = Number(text);
  return { point: value, comma: text.includes(".") ? Number.NaN : value, currency: "" };
}

/** Sign and currency, which people put on either side; null where there is anything else. */
function readSides(head: string, tail: string): { sign: 1 | -1; currency: string } | null {
  const isBracketed = head.includes("(") && tail.includes(")");
  const around = isBracketed ? [head.replace("(", ""), tail.replace(")", "")] : [head, tail];
  const [before = "", behind = ""] = around;
  const signs = `${before}${behind}`.match(/[+-]/g) ?? [];
  if (signs.length > (isBracketed ? 0 : 1)) return null;
  const [left = "", right = ""] = [before, behind].map((side) => side.replace(/[+-]/, "").trim());
  if (left !== "" && right !== "") return null;
  return { sign: isBracketed || signs[0] === "-" ? -1 : 1, currency: left + right };
}

/** The value of digits by one decimal mark, the other being one of thousands; NaN where they are not written so. */
function numberOf(body: string, mark: "." | ",", other: "." | ","): number {
  // The Arabic decimal mark is nothing else, and leaves the others to part thousands.
  const decimal = body.includes("٫") ? "٫" : mark;
  const [whole = "", fraction = "", ...rest] = body.split(decimal);
  if (rest.length > 0 || !/^\d*$/.test(fraction)) return Number.NaN;
  const separators = whole.replace(/\d/g, "");
  const [separator = ""] = separators;
  if ([...separators].some((one) => one !== separator)) return Number.NaN;
  if (separator === mark && decimal !== "٫") return Number.NaN;
  if (
    separator !== "" &&
    separator !== other &&
    separator !== "،" &&
    separator !== mark &&
    !/[٬'’ _]/.test(separator)
  )
    return Number.NaN;
  const groups = separator === "" ? [whole] : whole.split(separator);
  const digits = groups.join("");
  if (!areGroups(groups) || digits.length > DIGITS_MAX || fraction.length > DIGITS_MAX) return Number.NaN;
  return Number(`${digits || "0"}.${fraction || "0"}`);
}

/** Threes behind a beginning that is no zero; in India twos, and three at the end. */
function areGroups(groups: readonly string[]): boolean {
  const [first = "", ...others] = groups;
  const last = others.at(-1);
  if (last === undefined) return true;
  if (last.length !== 3 || first === "" || first.startsWith("0") || first.length > 3) return false;
  const middle = others.slice(0, -1);
  return (
    middle.every(({ length }) => length === 3) ||
    (first.length < 3 && middle.every(({ length }) => length === 2))
  );
}
