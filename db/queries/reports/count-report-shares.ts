import { countSteps } from "#db/count-steps.ts";
import { prepare } from "#db/engines/sqlite/prepare.ts";
import { grantWindow } from "#db/grant-window.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";
import type { Grain, StepCount } from "#lib/domain/step-count.ts";

const HOUR = 3_600_000;
/** Up to here a chart reads better by the hour. */
const HOURLY = 72;

const SPAN = `
  SELECT min(hour) AS first, max(hour) AS last FROM hourly_counts
  WHERE workspace_id = @workspaceId AND campaign_id = @campaignId AND kind = 'share'
    AND hour >= @from / ${HOUR} AND hour < @to / ${HOUR}`;

/**
 * Shares of the window over time, from its first share to its last; null when it has none.
 * @throws NotFoundError when the link does not show that
 */
export function countReportShares(
  scope: ReportScope,
  request: ReportRequest,
): { grain: Grain; steps: StepCount[] } | null {
  const { key } = grantWindow(scope, "shares", request);
  const { first, last } = prepare(databaseOf(scope).$client, SPAN).get(key) as Record<string, number | null>;
  if (first == null || last == null) return null;
  const grain = last - first <= HOURLY ? "hour" : "day";
  const { campaignId } = key;
  return { grain, steps: countSteps(scope, { campaignId, from: first * HOUR, to: last * HOUR, grain }) };
}
