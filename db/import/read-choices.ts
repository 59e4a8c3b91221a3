import { DATE_ORDERS, type ReadingChoices } from "#lib/sources/reading.ts";

/** Options of a command that say how a file is written, for `parseArgs`. */
export const CHOICE_OPTIONS = { dates: { type: "string" } } as const;

/** What the help of a command says of them, its texts beginning at a column. */
export function choiceHelp(column: number): string {
  const text = "day-first or month-first: what 03/04/2026 is, where no date of the file proves it";
  return `${"  --dates ORDER".padEnd(column)}${text}`;
}

/** @throws Error naming the option and what it may be */
export function readChoices(values: { readonly dates?: string }): ReadingChoices {
  const { dates } = values;
  if (dates === undefined) return {};
  const dateOrder = DATE_ORDERS.find((known) => known === dates);
  if (dateOrder === undefined) throw new Error(`--dates ${dates}: one of ${DATE_ORDERS.join(", ")}`);
  return { dateOrder };
}
