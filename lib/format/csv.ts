import { guardFormulas } from "./formula-guard.ts";

/**
 * How cells are set apart: by commas, with points in numbers; or by semicolons, with commas in numbers, as spreadsheets
 * of countries that write 1,5 open a file right.
 */
export const CSV_DIALECTS = ["comma", "semicolon"] as const;
export type CsvDialect = (typeof CSV_DIALECTS)[number];

/** Name of the cookie in which a browser keeps the dialect chosen. */
export const CSV_COOKIE = "intishar.csv";

const NEEDS_QUOTES: Readonly<Record<CsvDialect, RegExp>> = { comma: /[",\r\n]/, semicolon: /[";\r\n]/ };
const SEPARATORS: Readonly<Record<CsvDialect, string>> = { comma: ",", semicolon: ";" };
/** With a comma it looks like thousands to whoever does not know better. */
const THREE_DECIMALS = /^-?\d+,\d{3}$/;

interface CsvOptions {
  readonly bom?: boolean;
  readonly dialect?: CsvDialect;
}

// Spreadsheets take a file without it for the encoding of the country.
const BYTE_ORDER_MARK = "\uFEFF";

/** So many rows are one piece: enough for speed, few enough to hold nobody up. */
const PIECE_ROWS = 500;

/** A row of a CSV file; null and undefined are empty cells. */
export type CsvRow = readonly (string | number | null | undefined)[];

/** How a CSV file of ours begins: the keys, after a byte order mark unless told otherwise. */
export function csvHead(keys: readonly string[], { bom = true, dialect = "comma" }: CsvOptions = {}): string {
  return `${bom ? BYTE_ORDER_MARK : ""}${lineOf(keys, dialect)}`;
}

/** Rows as lines of a CSV file, each ended by CRLF. */
export function csvLines(rows: Iterable<CsvRow>, dialect: CsvDialect = "comma"): string {
  let lines = "";
  for (const row of rows) lines += lineOf(row, dialect);
  return lines;
}

/** The same in pieces, so that others get their turn between two; none for no rows. */
export function* csvPieces(rows: Iterable<CsvRow>, dialect: CsvDialect = "comma"): Generator<string> {
  let lines = "";
  let held = 0;
  for (const row of rows) {
    lines += lineOf(row, dialect);
    held += 1;
    if (held < PIECE_ROWS) continue;
    yield lines;
    lines = "";
    held = 0;
  }
  if (held > 0) yield lines;
}

/** A whole CSV file: UTF-8, the keys first, lines ended by CRLF. */
export function csvFile(keys: readonly string[], rows: Iterable<CsvRow>, options: CsvOptions = {}): string {
  return csvHead(keys, options) + csvLines(rows, options.dialect);
}

function lineOf(row: CsvRow, dialect: CsvDialect): string {
  return `${row.map((cell) => csvCell(cell ?? "", dialect)).join(SEPARATORS[dialect])}\r\n`;
}

/** No text is a formula; numbers stay numbers. */
function csvCell(value: string | number, dialect: CsvDialect): string {
  if (typeof value === "number") return dialect === "comma" ? String(value) : withComma(value);
  const text = guardFormulas(value, dialect);
  return NEEDS_QUOTES[dialect].test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function withComma(value: number): string {
  const text = String(value).replace(".", ",");
  return THREE_DECIMALS.test(text) ? `${text}0` : text;
}
