import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ShareStages } from "#lib/domain/intake-report.ts";

/** How far a campaign's shares got. Most networks do not tell whether a share was sent, so the middle one is a floor. */
export function countShareStages(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): ShareStages {
  const db = databaseOf(scope, campaignId);
  const key = { workspaceId: scope.workspaceId, campaignId };
  return {
    intended: EVENT_READS.hours.countOfKind(db, key, "share"),
    delivered: EVENT_READS.hours.countOfKind(db, key, "delivery"),
    confirmed: EVENT_READS.touches.countConfirmedShares(db, key),
  };
}
