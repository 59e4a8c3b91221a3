import { findCampaign } from "#db/find-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignRecord } from "./campaign-record.ts";

/** @throws NotFoundError when the workspace has no such campaign */
export function readCampaign(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): CampaignRecord {
  return findCampaign(scope, campaignId);
}
