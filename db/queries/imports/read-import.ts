import { findImport, type ImportRow } from "#db/import/find-import.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * One import with its settings, counters, report and fault.
 * @throws NotFoundError when the workspace has no such import
 */
export function readImport(scope: Scope<"events.read">, { importId }: { importId: number }): ImportRow {
  return findImport(scope, importId);
}
