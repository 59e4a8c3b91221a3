import { rowFaultText } from "#components/imports/row-fault-text.ts";
import { listQuarantine, type QuarantinedRow } from "#db/queries/imports/list-quarantine.ts";
import type { Scope } from "#lib/access/scope.ts";
import { type CsvDialect, csvHead, csvLines } from "#lib/format/csv.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const PAGE = 1000;
const HEADER = ["row", "line", "field", "reason", "sentence", "raw"];

/** The faulty rows of an import as CSV (header first, CRLF), in pieces. */
export function* errorsCsv(
  scope: Scope<"events.read">,
  importId: number,
  { t, dialect }: { readonly t: Translate; readonly dialect: CsvDialect },
): Generator<string, undefined> {
  yield csvHead(HEADER, { dialect });
  for (let after = 0; ; ) {
    const rows = listQuarantine(scope, { importId, after, limit: PAGE });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield csvLines(
      rows.map((row) => cellsOf(row, t)),
      dialect,
    );
    after = last.row;
  }
}

function cellsOf({ row, line, field, reason, raw }: QuarantinedRow, t: Translate): (string | number)[] {
  return [row, line, field, reason, rowFaultText({ field, reason }, t), raw];
}
