import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { SharesApart } from "#lib/domain/intake-report.ts";

/** Counts a campaign's shares that are to be known of; looks at all of them. */
export function countSharesApart(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): SharesApart {
  const db = databaseOf(scope, campaignId);
  const key = { workspaceId: scope.workspaceId, campaignId };
  return {
    ...EVENT_READS.shares.countFaultyShares(db, key),
    selfReferrals: EVENT_READS.shares.countSelfReferrals(db, key),
  };
}
