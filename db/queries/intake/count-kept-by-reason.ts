import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { IntakeReason } from "#lib/domain/intake.ts";

const COUNT = `SELECT reason, count(*) AS count FROM quarantined_events
  WHERE workspace_id = ? AND campaign_id = ? GROUP BY reason ORDER BY count DESC, reason`;

/** How many events lie in a campaign's quarantine for each reason, the most frequent first. */
export function countKeptByReason(
  scope: Scope<"events.read">,
  { campaignId }: { campaignId: number },
): Partial<Record<IntakeReason, number>> {
  const rows = prepare(databaseOf(scope, campaignId).$client, COUNT)
    .raw()
    .all(scope.workspaceId, campaignId) as [IntakeReason, number][];
  return Object.fromEntries(rows);
}
