import { prepare } from "#db/engines/sqlite/prepare.ts";
import { grantWindow } from "#db/grant-window.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ReportRequest, ReportStage } from "#lib/domain/report-figures.ts";

const HOUR = 3_600_000;
const SQL = `
  SELECT kind, generation > 0 AS brought, sum(count) AS count FROM hourly_counts
  WHERE workspace_id = @workspaceId AND campaign_id = @campaignId AND hour >= @first AND hour < @after
  GROUP BY 1, 2`;

/**
 * Events of the window by stage, from seeing to sharing again.
 * @throws NotFoundError when the link does not show that
 */
export function countReportStages(scope: ReportScope, request: ReportRequest): Record<ReportStage, number> {
  const { key } = grantWindow(scope, "funnel", request);
  const { workspaceId, campaignId, from, to } = key;
  const hours = { first: Math.ceil(from / HOUR), after: Math.ceil(to / HOUR) };
  const rows = prepare(databaseOf(scope).$client, SQL).all({ workspaceId, campaignId, ...hours }) as {
    kind: string;
    brought: 0 | 1;
    count: number;
  }[];
  const count = (kind: string, isBrought?: boolean) =>
    rows
      .filter((row) => row.kind === kind && (isBrought === undefined || (row.brought === 1) === isBrought))
      .reduce((sum, row) => sum + row.count, 0);
  return {
    seen: count("view"),
    intended: count("share"),
    delivered: count("delivery"),
    visited: count("visit"),
    converted: count("conversion"),
    sharedAgain: count("share", true),
  };
}
