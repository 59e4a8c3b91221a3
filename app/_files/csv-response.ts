import type { Row } from "#lib/answers/table.ts";
import { attachment } from "./content-disposition.ts";
import { csvPieces } from "./csv-pieces.ts";
import { streamText } from "./stream-text.ts";

/** A table as a CSV file that is made while it is sent. @param name without its ending */
export function csvResponse(
  name: string,
  keys: readonly string[],
  pages: Iterable<readonly Row[]>,
  options: { bom?: boolean } = {},
): Response {
  return new Response(streamText(csvPieces(keys, pages, options)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(`${name}.csv`),
      "Cache-Control": "no-store",
    },
  });
}
