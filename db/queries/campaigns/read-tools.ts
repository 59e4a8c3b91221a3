import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { TOOLS, type Tool } from "#lib/domain/campaign.ts";
import type { ToolFigures } from "#lib/domain/tool-figures.ts";
import { clusteredK } from "#lib/estimators/reproduction/clustered-k.ts";
import type { CascadeSums } from "#lib/estimators/reproduction/clustered-sums.ts";
import { CASCADE_SUMS } from "./cascade-sums.ts";

const CAMPAIGNS = `
  WITH forest AS (
    SELECT campaign_id, sum(size) AS shares, ${CASCADE_SUMS}
    FROM cascades WHERE workspace_id = @workspaceId GROUP BY campaign_id
  ),
  sharers AS (
    SELECT campaign_id, count(*) AS reach FROM persons
    WHERE workspace_id = @workspaceId AND shares > 0 GROUP BY campaign_id
  )
  SELECT id, name, tool, coalesce(shares, 0) AS shares, coalesce(reach, 0) AS reach,
    coalesce(cascades, 0) AS cascades, coalesce(x, 0) AS x, coalesce(y, 0) AS y,
    coalesce(xx, 0) AS xx, coalesce(xy, 0) AS xy, coalesce(yy, 0) AS yy
  FROM campaigns LEFT JOIN forest ON forest.campaign_id = id LEFT JOIN sharers ON sharers.campaign_id = id
  WHERE workspace_id = @workspaceId AND archived_at IS NULL ORDER BY shares DESC, id`;

const CHANNELS = `
  SELECT c.tool, h.channel, sum(h.count) AS shares FROM hourly_counts AS h
  JOIN campaigns AS c ON c.workspace_id = h.workspace_id AND c.id = h.campaign_id
  WHERE h.workspace_id = ? AND h.kind = 'share' AND c.archived_at IS NULL
  GROUP BY c.tool, h.channel ORDER BY shares DESC, h.channel`;

interface CampaignRow extends CascadeSums {
  readonly id: number;
  readonly name: string;
  readonly tool: Tool;
  readonly shares: number;
  readonly reach: number;
}

/**
 * The six tools with what the campaigns of each have come to, archived ones left out. Sums of cascades add up over
 * campaigns, and so K has its clustered interval there too. Reads every cascade: for the analysis thread.
 */
export function readTools(scope: Scope<"campaigns.read">, _question: { campaignId: number }): ToolFigures[] {
  const { $client } = databaseOf(scope);
  const rows = prepare($client, CAMPAIGNS).all({ workspaceId: scope.workspaceId }) as CampaignRow[];
  const channels = prepare($client, CHANNELS).all(scope.workspaceId) as {
    tool: Tool;
    channel: string;
    shares: number;
  }[];
  return TOOLS.map((tool) => {
    const own = rows.filter((row) => row.tool === tool);
    const sum = (key: keyof CascadeSums | "shares" | "reach") =>
      own.reduce((total, row) => total + row[key], 0);
    const sums = {
      ...{ cascades: sum("cascades"), x: sum("x"), y: sum("y") },
      ...{ xx: sum("xx"), xy: sum("xy"), yy: sum("yy") },
    };
    return {
      ...{ tool, reach: sum("reach"), shares: sum("shares"), k: clusteredK(sums) },
      campaigns: own.map(({ id, name, shares, reach, tool: _, ...of }) => ({
        ...{ id, name, shares, reach },
        k: clusteredK(of),
      })),
      channels: channels
        .filter((row) => row.tool === tool)
        .map(({ channel, shares }) => ({ channel, shares })),
    };
  });
}
