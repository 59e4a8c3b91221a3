import { findCampaign } from "#db/find-campaign.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Rows of one transaction: few enough that no other writer waits for long. */
const BATCH = 2000;

const FORGET = `DELETE FROM quarantined_events WHERE rowid IN (SELECT rowid FROM quarantined_events
  WHERE workspace_id = ? AND campaign_id = ? AND reason = ? LIMIT ${BATCH})`;

/**
 * Forgets what lies in a campaign's quarantine for one reason, some of it at a time; that it came stays counted.
 * @throws NotFoundError when the workspace has no such campaign
 * @returns how many were forgotten, and whether there may be more
 */
export function emptyQuarantine(
  scope: Scope<"events.write">,
  { campaignId, reason }: { campaignId: number; reason: string },
): { forgotten: number; isMore: boolean } {
  findCampaign(scope, campaignId);
  const { changes } = prepare(databaseOf(scope, campaignId).$client, FORGET).run(
    scope.workspaceId,
    campaignId,
    reason,
  );
  return { forgotten: changes, isMore: changes === BATCH };
}
