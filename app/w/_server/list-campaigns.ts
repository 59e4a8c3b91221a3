import { setImmediate } from "node:timers/promises";
import { type RankedCampaign, readNextCampaign } from "#db/queries/campaigns/read-next-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignSort, ListedCampaign } from "#lib/domain/campaign-list.ts";

/**
 * A workspace's campaigns, all that a search finds in the order asked for. They are measured one after the other, and
 * other requests get their turn in between.
 */
export async function listCampaigns(
  scope: Scope<"campaigns.read">,
  query: { readonly search?: string; readonly sort: CampaignSort; readonly archived: boolean },
): Promise<ListedCampaign[]> {
  const campaigns: RankedCampaign[] = [];
  for (let after = 0; ; ) {
    const campaign = readNextCampaign(scope, { ...query, after });
    if (campaign === null) return campaigns.sort(byRank);
    campaigns.push(campaign);
    after = campaign.id;
    await setImmediate();
  }
}

function byRank(a: RankedCampaign, b: RankedCampaign): number {
  if (a.rank === b.rank) return b.id - a.id;
  if (a.rank === null) return 1;
  if (b.rank === null) return -1;
  return a.rank < b.rank ? -1 : 1;
}
