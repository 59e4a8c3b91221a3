import { prepare } from "#db/engines/sqlite/prepare.ts";
import { grantWindow } from "#db/grant-window.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ChannelFigures } from "#lib/domain/channel-figures.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";

const SQL = `
  SELECT s.channel, count(*) AS shares, count(DISTINCT s.person) AS sharers, sum(s.children) AS children,
    coalesce(sum(t.visits), 0) AS visits, coalesce(sum(t.conversions), 0) AS conversions,
    coalesce(sum(t.value_micros), 0) / 1e6 AS value
  FROM shares s LEFT JOIN touches t
    ON t.workspace_id = s.workspace_id AND t.campaign_id = s.campaign_id AND t.code = s.code
  WHERE s.workspace_id = @workspaceId AND s.campaign_id = @campaignId AND s.at >= @from AND s.at < @to
  GROUP BY s.channel ORDER BY shares DESC, s.channel`;

/**
 * Channels by the shares made in the window, the busiest first, with all that came of those shares since.
 * @throws NotFoundError when the link does not show that
 */
export function readReportChannels(scope: ReportScope, request: ReportRequest): ChannelFigures[] {
  const { key } = grantWindow(scope, "channels", request);
  return prepare(databaseOf(scope).$client, SQL).all(key) as ChannelFigures[];
}
