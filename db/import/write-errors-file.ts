import { closeSync, openSync, writeSync } from "node:fs";
import { listQuarantine } from "#db/queries/imports/list-quarantine.ts";
import type { Scope } from "#lib/access/scope.ts";

const PAGE = 1000;
// A spreadsheet runs a cell that begins with one of these as a formula.
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes the quarantined rows of an import as CSV: row, line, field, reason, raw.
 * @returns how many were written
 */
export function writeErrorsFile(scope: Scope<"events.read">, importId: number, path: string): number {
  const file = openSync(path, "w");
  let written = 0;
  try {
    writeSync(file, "row,line,field,reason,raw\n");
    for (let after = 0; ; ) {
      const rows = listQuarantine(scope, { importId, after, limit: PAGE });
      const last = rows.at(-1);
      if (last === undefined) return written;
      const lines = rows.map(({ row, line, field, reason, raw }) =>
        [row, line, cell(field), reason, cell(raw)].join(","),
      );
      writeSync(file, `${lines.join("\n")}\n`);
      written += rows.length;
      after = last.row;
    }
  } finally {
    closeSync(file);
  }
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
