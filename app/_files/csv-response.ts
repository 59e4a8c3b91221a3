import { whileAllowed } from "#app/_server/while-allowed.ts";
import { attachment } from "./content-disposition.ts";
import { type CsvLines, csvBody } from "./csv-body.ts";
import { streamPieces } from "./stream-pieces.ts";

/**
 * A table as a CSV file that is made while it is sent, to whoever still may have it.
 * @param name without its ending
 */
export function csvResponse(
  name: string,
  keys: readonly string[],
  lines: CsvLines,
  { isAllowed, ...options }: { isAllowed: () => boolean; bom?: boolean },
): Response {
  return new Response(whileAllowed(streamPieces(csvBody(keys, lines, options)), isAllowed), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(`${name}.csv`),
      "Cache-Control": "no-store",
    },
  });
}
