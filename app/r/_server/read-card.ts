import { findLiveReport } from "#db/auth-store/find-live-report.ts";
import { currentDatabase } from "#db/connection.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { openOperatorScope } from "#db/scope.ts";

/** Name of the campaign for a preview of the link, before any password; null unless the owner allows one. */
export function readCard(token: string): string | null {
  const db = currentDatabase();
  const link = findLiveReport(db, token, Date.now());
  if (link === null || !link.previewCard) return null;
  return findCampaign(openOperatorScope(db, link.workspaceSlug), link.campaignId).name;
}
