import { setImmediate } from "node:timers/promises";
import { type CsvDialect, csvHead } from "#lib/format/csv.ts";

/** Lines of a CSV file in pieces, as text or in UTF-8; an empty piece is a pause only. */
export type CsvLines = Iterable<string | Uint8Array>;

/** A CSV file in pieces, its head first; between two of them other requests get their turn. */
export async function* csvBody(
  keys: readonly string[],
  lines: CsvLines,
  options: { bom?: boolean; dialect?: CsvDialect } = {},
): AsyncGenerator<string | Uint8Array> {
  yield csvHead(keys, options);
  for (const piece of lines) {
    if (piece.length > 0) yield piece;
    await setImmediate();
  }
}
