import { csvChunks } from "./csv-chunks.ts";

/** A whole CSV file: UTF-8 with a byte order mark, lines ended by CRLF, the keys first. Null is an empty cell. */
export function csvFile(
  keys: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return [...csvChunks(keys, rows)].join("");
}
