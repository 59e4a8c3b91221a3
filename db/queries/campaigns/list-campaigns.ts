import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import type { CampaignSort, ListedCampaign } from "#lib/domain/campaign-list.ts";
import type { CascadeSums } from "#lib/estimators/clustered-k.ts";
import { clusteredK } from "#lib/estimators/clustered-k.ts";
import { CASCADE_SUMS } from "./cascade-sums.ts";

const PAGE_SIZE = 25;

const ORDER: Readonly<Record<CampaignSort, string>> = {
  recent: "coalesce(lastShareAt, created_at) DESC",
  name: "name COLLATE NOCASE",
  reach: "reach DESC",
  shares: "shares DESC",
  k: "1.0 * y / nullif(x, 0) DESC NULLS LAST",
};

const FILTER = `workspace_id = @workspaceId AND (archived_at IS NOT NULL) = @archived
  AND (@search = '' OR instr(lower(name), lower(@search)) > 0)`;

const SELECT = `
  WITH found AS (SELECT * FROM campaigns WHERE ${FILTER}),
  forest AS (
    SELECT campaign_id, sum(size) AS shares, max(last_at) AS lastShareAt, ${CASCADE_SUMS}
    FROM cascades WHERE workspace_id = @workspaceId AND campaign_id IN (SELECT id FROM found) GROUP BY campaign_id
  ),
  sharers AS (
    SELECT campaign_id, count(*) AS reach FROM persons
    WHERE workspace_id = @workspaceId AND shares > 0 AND campaign_id IN (SELECT id FROM found) GROUP BY campaign_id
  )
  SELECT id, name, tool, simulated, lastShareAt, coalesce(shares, 0) AS shares, coalesce(reach, 0) AS reach,
    coalesce(cascades, 0) AS cascades, coalesce(x, 0) AS x, coalesce(y, 0) AS y,
    coalesce(xx, 0) AS xx, coalesce(xy, 0) AS xy, coalesce(yy, 0) AS yy
  FROM found LEFT JOIN forest ON forest.campaign_id = id LEFT JOIN sharers ON sharers.campaign_id = id`;

interface Row extends CascadeSums {
  id: number;
  name: string;
  tool: Tool;
  simulated: 0 | 1;
  shares: number;
  reach: number;
  lastShareAt: number | null;
}

/**
 * One page of a workspace's campaigns with how far each has spread.
 * @param query.search part of a name; letters of the Latin alphabet match in either case
 * @param query.page from 1; beyond the end the list is empty
 */
export function listCampaigns(
  scope: Scope<"campaigns.read">,
  query: { search?: string; sort: CampaignSort; archived: boolean; page: number },
): { campaigns: ListedCampaign[]; total: number; pages: number } {
  const client = databaseOf(scope).$client;
  const filter = {
    workspaceId: scope.workspaceId,
    archived: query.archived ? 1 : 0,
    search: query.search?.trim() ?? "",
  };
  const total = prepare(client, `SELECT count(*) FROM campaigns WHERE ${FILTER}`)
    .pluck()
    .get(filter) as number;
  const rows = prepare(
    client,
    `${SELECT} ORDER BY ${ORDER[query.sort]}, id DESC LIMIT @limit OFFSET @offset`,
  ).all({
    ...filter,
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
  }) as Row[];
  const campaigns = rows.map(({ id, name, tool, simulated, shares, reach, lastShareAt, ...sums }) => {
    return { id, name, tool, simulated: simulated === 1, shares, reach, lastShareAt, k: clusteredK(sums) };
  });
  return { campaigns, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}
