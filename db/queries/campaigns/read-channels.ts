import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ChannelFigures } from "#lib/domain/channel-figures.ts";

const SQL = `
  SELECT s.channel, count(*) AS shares, count(DISTINCT s.person) AS sharers, sum(s.children) AS children,
    coalesce(sum(t.visits), 0) AS visits, coalesce(sum(t.conversions), 0) AS conversions,
    coalesce(sum(t.value_micros), 0) / 1e6 AS value
  FROM shares s LEFT JOIN touches t
    ON t.workspace_id = s.workspace_id AND t.campaign_id = s.campaign_id AND t.code = s.code
  WHERE s.workspace_id = ? AND s.campaign_id = ?
  GROUP BY s.channel ORDER BY shares DESC, s.channel`;

/** Every channel of a campaign, the busiest first. What came through codes without a share is in none. */
export function readChannels(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): ChannelFigures[] {
  return prepare(databaseOf(scope).$client, SQL).all(scope.workspaceId, campaignId) as ChannelFigures[];
}
