import { findCampaign } from "#db/find-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { SpendInput } from "#lib/inputs/spend-input.ts";

/**
 * What a campaign cost, as its form says.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function readSpendInput(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): SpendInput {
  const { spend, currency } = findCampaign(scope, campaignId);
  return { amount: spend, currency };
}
