import type { CsvDialect } from "#lib/format/csv.ts";
import { type CsvLines, csvBody } from "./csv-body.ts";
import { fileResponse } from "./file-response.ts";

/**
 * A table as a CSV file that is made while it is sent, to whoever still may have it.
 * @param name without its ending
 */
export function csvResponse(
  name: string,
  keys: readonly string[],
  lines: CsvLines,
  { isAllowed, ...options }: { isAllowed: () => boolean; bom?: boolean; dialect?: CsvDialect },
): Response {
  return fileResponse(`${name}.csv`, "text/csv; charset=utf-8", csvBody(keys, lines, options), isAllowed);
}
