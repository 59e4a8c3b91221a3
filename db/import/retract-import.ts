import { eventStoreOf } from "#db/event-store-of.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { IMPORT_STATUSES, type ImportStatus } from "#lib/domain/import.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";
import { findImport } from "./find-import.ts";
import { setImport } from "./set-import.ts";

/** How a retracted import ends. */
export interface Retraction {
  readonly status: Extract<ImportStatus, "undone" | "cancelled" | "failed">;
  readonly fault?: FileFault | null;
  /** UTC milliseconds. */
  readonly now: number;
}

/**
 * Takes back all that an import brought: its events, its quarantined rows, and what was derived of them. Its
 * counters stay as the record of what it had brought. One transaction. A second time changes nothing.
 * @throws NotFoundError when the workspace has no such import
 */
export function retractImport(
  scope: Scope<"events.write">,
  importId: number,
  { status, fault = null, now }: Retraction,
): void {
  const { workspaceId } = scope;
  const db = databaseOf(scope);
  inTransaction(db.$client, () => {
    const { campaignId, status: before } = findImport(scope, importId);
    // What it brought is gone already; folding the campaign anew once more would hold everybody up for nothing.
    if (before === "undone") return;
    eventStoreOf(db).retract({ workspaceId, campaignId }, importId);
    prepare(db.$client, "DELETE FROM quarantine WHERE workspace_id = ? AND import_id = ?").run(
      workspaceId,
      importId,
    );
    setImport(scope, importId, IMPORT_STATUSES, { status, fault, finishedAt: now });
  });
}
