import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import { includesCampaign } from "#lib/access/includes-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignSort, ListedCampaign } from "#lib/domain/campaign-list.ts";

/** A campaign with its place in a list, which is sorted by `rank` upwards, null last, then by `id` downwards. */
export interface RankedCampaign extends ListedCampaign {
  readonly rank: number | string | null;
}

/**
 * The next of a workspace's campaigns by id, with how far it has spread; null after the last. One at a time: a
 * campaign of a million shares takes long enough by itself.
 * @param query.search part of a name; letters of the Latin alphabet match in either case
 * @param query.after id of the campaign before; 0 for the first
 */
export function readNextCampaign(
  scope: Scope<"campaigns.read">,
  query: {
    readonly search?: string;
    readonly sort: Exclude<CampaignSort, "k">;
    readonly archived: boolean;
    readonly after: number;
  },
): RankedCampaign | null {
  const { search = "", sort, archived } = query;
  for (let { after } = query; ; ) {
    const row = EVENT_READS.campaigns.readNextCampaign(databaseOf(scope), scope.workspaceId, {
      search: search.trim(),
      sort,
      archived,
      after,
    });
    if (row === undefined) return null;
    if (includesCampaign(scope, row.id)) return { ...row, simulated: row.simulated === 1 };
    after = row.id;
  }
}
