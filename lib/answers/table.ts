import type { Estimate } from "#lib/domain/estimate.ts";
import type { Span } from "#lib/time/span.ts";
import type { Options, Question } from "./question.ts";

/** A cell of a table: a text, a number as it is, or nothing. */
export type Cell = string | number | null;
export type Row = readonly Cell[];
/** A row with each cell under the key of its column. */
export type NamedCells<C extends string = string> = Readonly<Record<C, Cell>>;
/** A row of a table whose columns are known by type. */
export type RowOf<T extends { readonly columns: object }> = NamedCells<keyof T["columns"] & string>;
/** What rows with times in them ask. */
export type Zoned = Pick<Question, "zone">;

/** A chart or table in rows. Keys are stable, in English; dictionary.csv says what they mean. */
export interface Table<A, C extends string = string> {
  /** Key of each column → what it holds, with its unit. */
  readonly columns: Readonly<Record<C, string>>;
  /** Whether a page always has it; one that needs more of the address is left out of the zip. */
  readonly isInZip?: boolean;
  /** What a file asks beside its page's question. With it, rows may be as many as there are people. */
  readonly options?: Options;
  /** When the rows are of, where that is not the period asked about. */
  span?(answer: A, question: Question): Span;
  rows(answer: A, question: Question): Iterable<Row>;
}

type EstimateKey<K extends string> = K | `${K}_low_95` | `${K}_high_95` | `${K}_note` | `${K}_within_ms`;

/** The five columns of an estimate, for `estimateCells`. */
export function estimateColumns<K extends string>(key: K, meaning: string): Record<EstimateKey<K>, string> {
  const columns: Record<string, string> = {
    [key]: meaning,
    [`${key}_low_95`]: "Lower end of its 95 % interval",
    [`${key}_high_95`]: "Upper end of its 95 % interval",
    [`${key}_note`]: "What to know before leaning on it, or why there is no value",
    [`${key}_within_ms`]:
      "Age of a share in milliseconds up to which was watched, where that is short of the horizon",
  };
  return columns;
}

type EstimateCells = [value: Cell, low: Cell, high: Cell, note: Cell, within: Cell];

/**
 * An estimate in five cells: value, both ends of its 95 % interval, a note or the reason there is no value, and the age
 * that it holds within. What is unknown may have a low end: so much it is at least.
 */
export function estimateCells(estimate: Estimate): EstimateCells {
  const { low, high } = estimate;
  if (estimate.value === null)
    return [null, numberCell(low), numberCell(high), estimate.note ?? estimate.why, null];
  const { value, note, within } = estimate;
  return [numberCell(value), numberCell(low), numberCell(high), note ?? null, numberCell(within)];
}

/** A figure without an interval, as wide as an estimate. */
export function plainCells(value: number | null): EstimateCells {
  return [value, null, null, null, null];
}

/** What no data bound is a word: spreadsheets know no infinite number, and none that is no number. */
function numberCell(number: number | undefined): Cell {
  if (number === undefined || Number.isNaN(number)) return null;
  if (Number.isFinite(number)) return number;
  return number > 0 ? "infinity" : "-infinity";
}

/** The figure in a cell, infinity a number again; null where there is none. */
export function figureOf(cell: Cell): number | null {
  if (cell === "infinity") return Number.POSITIVE_INFINITY;
  if (cell === "-infinity") return Number.NEGATIVE_INFINITY;
  return typeof cell === "number" ? cell : null;
}

/** The rows of a table, each cell by its column's key. @param asked what the table's `rows` takes */
export function namedRows<C extends string, P extends readonly unknown[]>(
  table: { readonly columns: Readonly<Record<C, string>>; rows(...asked: P): Iterable<Row> },
  ...asked: P
): NamedCells<C>[] {
  const keys = Object.keys(table.columns);
  return Array.from(
    table.rows(...asked),
    (row) => Object.fromEntries(keys.map((key, place) => [key, row[place] ?? null])) as NamedCells<C>,
  );
}

/** Some of a table's columns, in the order given: what a report shows of it. */
export function columnsOf<A, C extends string, K extends C>(
  table: Table<A, C>,
  keys: readonly K[],
): Table<A, K> {
  const places = keys.map((key) => Object.keys(table.columns).indexOf(key));
  if (places.includes(-1)) throw new Error(`no such column among ${keys.join(", ")}`);
  return {
    ...table,
    columns: Object.fromEntries(keys.map((key) => [key, table.columns[key]])) as Record<K, string>,
    *rows(answer, question) {
      for (const row of table.rows(answer, question)) yield places.map((place) => row[place] ?? null);
    },
  };
}
