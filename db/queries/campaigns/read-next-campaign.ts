import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import type { CampaignSort, ListedCampaign } from "#lib/domain/campaign-list.ts";
import type { CascadeSums } from "#lib/estimators/clustered-k.ts";
import { clusteredK } from "#lib/estimators/clustered-k.ts";
import { CASCADE_SUMS } from "./cascade-sums.ts";

/** What a list is sorted by: upwards, null last. */
const RANK: Readonly<Record<CampaignSort, string>> = {
  recent: "-coalesce(lastShareAt, created_at)",
  // The bytes of the name, Latin letters in one case.
  name: "hex(lower(name))",
  reach: "-reach",
  shares: "-shares",
  k: "-1.0 * y / nullif(x, 0)",
};

const SELECT = `
  WITH found AS (
    SELECT * FROM campaigns
    WHERE workspace_id = @workspaceId AND id > @after AND (archived_at IS NOT NULL) = @archived
      AND (@search = '' OR instr(lower(name), lower(@search)) > 0)
    ORDER BY id LIMIT 1
  ),
  forest AS (
    SELECT coalesce(sum(size), 0) AS shares, max(last_at) AS lastShareAt, ${CASCADE_SUMS}
    FROM cascades WHERE workspace_id = @workspaceId AND campaign_id = (SELECT id FROM found)
  ),
  sharers AS (
    SELECT count(*) AS reach FROM persons
    WHERE workspace_id = @workspaceId AND campaign_id = (SELECT id FROM found) AND shares > 0
  ),
  listed AS (SELECT id, name, tool, simulated, created_at, forest.*, reach FROM found, forest, sharers)`;

const SQL_OF = (sort: CampaignSort) => `${SELECT} SELECT *, ${RANK[sort]} AS rank FROM listed`;

interface Row extends CascadeSums {
  readonly id: number;
  readonly name: string;
  readonly tool: Tool;
  readonly simulated: 0 | 1;
  readonly shares: number;
  readonly reach: number;
  readonly lastShareAt: number | null;
  readonly rank: RankedCampaign["rank"];
}

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
    readonly sort: CampaignSort;
    readonly archived: boolean;
    readonly after: number;
  },
): RankedCampaign | null {
  const { search = "", sort, archived, after } = query;
  const row = prepare(databaseOf(scope).$client, SQL_OF(sort)).get({
    workspaceId: scope.workspaceId,
    search: search.trim(),
    archived: archived ? 1 : 0,
    after,
  }) as Row | undefined;
  if (row === undefined) return null;
  const { id, name, tool, simulated, shares, reach, lastShareAt, rank, ...sums } = row;
  return {
    id,
    name,
    tool,
    simulated: simulated === 1,
    shares,
    reach,
    lastShareAt,
    k: clusteredK(sums),
    rank,
  };
}
