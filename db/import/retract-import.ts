import { inTransaction } from "#db/engines/sqlite/in-transaction.ts";
import { prepare } from "#db/engines/sqlite/prepare.ts";
import { rebuildCampaign } from "#db/engines/sqlite/rebuild-campaign.ts";
import { refreshStatistics } from "#db/engines/sqlite/refresh-statistics.ts";
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
 * counters stay as the record of what it had brought. One transaction.
 * @throws NotFoundError when the workspace has no such import
 */
export function retractImport(
  scope: Scope<"events.write">,
  importId: number,
  { status, fault = null, now }: Retraction,
): void {
  const { workspaceId } = scope;
  const { $client } = databaseOf(scope);
  inTransaction($client, () => {
    refreshStatistics($client);
    const { campaignId } = findImport(scope, importId);
    for (const table of ["journal", "quarantine"])
      prepare($client, `DELETE FROM ${table} WHERE workspace_id = ? AND import_id = ?`).run(
        workspaceId,
        importId,
      );
    rebuildCampaign($client, { workspaceId, campaignId });
    setImport(scope, importId, IMPORT_STATUSES, { status, fault, finishedAt: now });
  });
}
