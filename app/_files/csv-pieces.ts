import { setImmediate } from "node:timers/promises";
import type { Row } from "#lib/answers/table.ts";
import { csvHead, csvLines } from "#lib/format/csv.ts";

/** So many rows make one page: enough for speed, few enough to hold nobody else up. */
const PAGE_ROWS = 1000;

/** Rows in pages, so that others get their turn between two. */
export function* pagesOf(rows: Iterable<Row>): Generator<readonly Row[]> {
  let page: Row[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length < PAGE_ROWS) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** A CSV file in pieces, one a page of rows; a page without a row is a pause only. */
export async function* csvPieces(
  keys: readonly string[],
  pages: Iterable<readonly Row[]>,
  options: { bom?: boolean } = {},
): AsyncGenerator<string> {
  yield csvHead(keys, options);
  for (const page of pages) {
    if (page.length > 0) yield csvLines(page);
    await setImmediate();
  }
}
