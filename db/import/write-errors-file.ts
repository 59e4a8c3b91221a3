import { closeSync, openSync, writeSync } from "node:fs";
import { listQuarantine } from "#db/queries/imports/list-quarantine.ts";
import type { Scope } from "#lib/access/scope.ts";
import { csvHead, csvLines } from "#lib/format/csv.ts";

const PAGE = 1000;
const KEYS = ["row", "line", "field", "reason", "raw"];

/**
 * Writes the quarantined rows of an import as CSV: row, line, field, reason, raw.
 * @returns how many were written
 */
export function writeErrorsFile(scope: Scope<"events.read">, importId: number, path: string): number {
  const file = openSync(path, "w");
  let written = 0;
  try {
    writeSync(file, csvHead(KEYS));
    for (let after = 0; ; ) {
      const rows = listQuarantine(scope, { importId, after, limit: PAGE });
      const last = rows.at(-1);
      if (last === undefined) return written;
      writeSync(
        file,
        csvLines(rows.map(({ row, line, field, reason, raw }) => [row, line, field, reason, raw])),
      );
      written += rows.length;
      after = last.row;
    }
  } finally {
    closeSync(file);
  }
}
