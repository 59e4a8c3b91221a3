import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { FaultyRow } from "./read-events.ts";

/** Keeps faulty rows of an import with their text, inside the caller's transaction. Repeating it is harmless. */
export function quarantineRows(
  scope: Scope,
  importId: number,
  rows: readonly FaultyRow[],
  receivedAt: number,
): void {
  const insert = prepare(
    databaseOf(scope).$client,
    `INSERT INTO quarantine (workspace_id, import_id, row, line, field, reason, raw, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  for (const { row, line, fault, raw } of rows)
    insert.run(scope.workspaceId, importId, row, line, fault.field, fault.reason, raw, receivedAt);
}
