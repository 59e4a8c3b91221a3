import { attachment } from "./content-disposition.ts";
import { type CsvLines, csvBody } from "./csv-body.ts";
import { streamPieces } from "./stream-pieces.ts";

/** A table as a CSV file that is made while it is sent. @param name without its ending */
export function csvResponse(
  name: string,
  keys: readonly string[],
  lines: CsvLines,
  options: { bom?: boolean } = {},
): Response {
  return new Response(streamPieces(csvBody(keys, lines, options)), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(`${name}.csv`),
      "Cache-Control": "no-store",
    },
  });
}
