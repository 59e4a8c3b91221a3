import { setImmediate } from "node:timers/promises";
import { askWorkspace } from "#app/_answers/ask.ts";
import { type RankedCampaign, readNextCampaign } from "#db/queries/campaigns/read-next-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignK } from "#lib/answers/campaigns/answer.ts";
import type { CampaignSort, ListedCampaign } from "#lib/domain/campaign-list.ts";
import type { Estimate } from "#lib/domain/estimate.ts";

/** K of campaigns by their id. */
export type CampaignKs = ReadonlyMap<number, Estimate>;

/** K of each campaign over its whole life, as its Overview shows it. */
export async function campaignKs(
  scope: Scope<"campaigns.read">,
  ids: readonly number[],
): Promise<CampaignKs> {
  if (ids.length === 0) return new Map();
  return new Map((await askWorkspace(scope, "campaign-ks", ids)).map(({ id, k }) => [id, k]));
}

/** Campaigns with how far off their K may be for shares without their parent. */
export async function campaignOrphans(
  scope: Scope<"campaigns.read">,
  campaigns: readonly { readonly id: number; readonly name: string }[],
): Promise<(Pick<CampaignK, "id" | "orphans"> & { readonly name: string })[]> {
  if (campaigns.length === 0) return [];
  const ids = campaigns.map(({ id }) => id);
  const found = await askWorkspace(scope, "campaign-ks", ids);
  return campaigns.map(({ id, name }) => ({
    ...{ id, name },
    orphans: found.find((one) => one.id === id)?.orphans ?? null,
  }));
}

/**
 * A workspace's campaigns, all that a search finds in the order asked for. They are counted one after the other, and
 * other requests get their turn in between.
 * @param ksOf asked only where the list is sorted by K
 */
export async function listCampaigns(
  scope: Scope<"campaigns.read">,
  query: { readonly search?: string; readonly sort: CampaignSort; readonly archived: boolean },
  ksOf: (ids: readonly number[]) => Promise<CampaignKs> = (ids) => campaignKs(scope, ids),
): Promise<ListedCampaign[]> {
  const campaigns: RankedCampaign[] = [];
  const sort = query.sort === "k" ? "recent" : query.sort;
  for (let after = 0; ; ) {
    const campaign = readNextCampaign(scope, { ...query, sort, after });
    if (campaign === null) break;
    campaigns.push(campaign);
    after = campaign.id;
    await setImmediate();
  }
  if (query.sort !== "k") return campaigns.sort(byRank);
  const ks = await ksOf(campaigns.map(({ id }) => id));
  const rankOf = ({ id }: ListedCampaign) => {
    const k = ks.get(id)?.value ?? null;
    return k === null ? null : -k;
  };
  return campaigns.map((campaign) => ({ ...campaign, rank: rankOf(campaign) })).sort(byRank);
}

function byRank(a: RankedCampaign, b: RankedCampaign): number {
  if (a.rank === b.rank) return b.id - a.id;
  if (a.rank === null) return 1;
  if (b.rank === null) return -1;
  return a.rank < b.rank ? -1 : 1;
}
