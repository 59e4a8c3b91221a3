import { csvCell } from "./csv-cell.ts";

/** A whole CSV file: UTF-8 with a byte order mark, lines ended by CRLF, the keys first. Null is an empty cell. */
export function csvFile(
  keys: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const lines = [keys, ...rows].map((row) => row.map((cell) => csvCell(cell ?? "")).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}
