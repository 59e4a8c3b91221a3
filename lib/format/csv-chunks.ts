import { csvCell } from "./csv-cell.ts";

/** So many lines make one piece: enough for speed, few enough to hold nobody else up. */
const LINES = 2000;

/**
 * A CSV file in pieces: UTF-8, with a byte order mark unless told otherwise, lines ended by CRLF, the keys first.
 * Null is an empty cell.
 */
export function* csvChunks(
  keys: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
  { bom = true }: { bom?: boolean } = {},
): Generator<string> {
  let lines = [`${bom ? "\uFEFF" : ""}${lineOf(keys)}`];
  for (const row of rows) {
    lines.push(lineOf(row));
    if (lines.length < LINES) continue;
    yield lines.join("");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("");
}

function lineOf(row: readonly (string | number | null)[]): string {
  return `${row.map((cell) => csvCell(cell ?? "")).join(",")}\r\n`;
}
