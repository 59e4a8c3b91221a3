import type { InputsScope } from "#db/inputs/inputs-scope.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";

const ROWS = "SELECT coalesce(sum(quarantined), 0) FROM imports WHERE workspace_id = ? AND campaign_id = ?";

/** Rows of a campaign's imports that were put aside and wait. */
export function countQuarantinedRows(scope: InputsScope, { campaignId }: { campaignId: number }): number {
  return prepare(databaseOf(scope, campaignId).$client, ROWS)
    .pluck()
    .get(scope.workspaceId, campaignId) as number;
}
