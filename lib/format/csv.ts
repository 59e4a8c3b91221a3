import { guardFormulas } from "./formula-guard.ts";

const NEEDS_QUOTES = /[",\r\n]/;
// Spreadsheets take a file without it for the encoding of the country.
const BYTE_ORDER_MARK = "\uFEFF";

/** So many rows are one piece: enough for speed, few enough to hold nobody up. */
const PIECE_ROWS = 500;

/** A row of a CSV file; null and undefined are empty cells. */
export type CsvRow = readonly (string | number | null | undefined)[];

/** How a CSV file of ours begins: the keys, after a byte order mark unless told otherwise. */
export function csvHead(keys: readonly string[], { bom = true }: { bom?: boolean } = {}): string {
  return `${bom ? BYTE_ORDER_MARK : ""}${lineOf(keys)}`;
}

/** Rows as lines of a CSV file, each ended by CRLF. */
export function csvLines(rows: Iterable<CsvRow>): string {
  let lines = "";
  for (const row of rows) lines += lineOf(row);
  return lines;
}

/** The same in pieces, so that others get their turn between two; none for no rows. */
export function* csvPieces(rows: Iterable<CsvRow>): Generator<string> {
  let lines = "";
  let held = 0;
  for (const row of rows) {
    lines += lineOf(row);
    held += 1;
    if (held < PIECE_ROWS) continue;
    yield lines;
    lines = "";
    held = 0;
  }
  if (held > 0) yield lines;
}

/** A whole CSV file: UTF-8, the keys first, lines ended by CRLF. */
export function csvFile(
  keys: readonly string[],
  rows: Iterable<CsvRow>,
  options: { bom?: boolean } = {},
): string {
  return csvHead(keys, options) + csvLines(rows);
}

function lineOf(row: CsvRow): string {
  return `${row.map((cell) => csvCell(cell ?? "")).join(",")}\r\n`;
}

/** No text is a formula; numbers stay numbers. */
function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = guardFormulas(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
