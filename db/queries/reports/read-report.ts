import { and, eq } from "drizzle-orm";
import { findCampaign } from "#db/find-campaign.ts";
import { grantWindow } from "#db/grant-window.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ReportRequest, ReportWindow } from "#lib/domain/report-figures.ts";

/** What stands above the sections of a report. */
export interface ReportHead {
  readonly campaign: string;
  readonly name: string;
  readonly notes: string | null;
  readonly simulated: boolean;
  readonly currency: string | null;
  readonly window: ReportWindow;
}

/** @throws NotFoundError when the request reaches beyond the link's dates */
export function readReport(scope: ReportScope, request: ReportRequest): ReportHead {
  const { window, key } = grantWindow(scope, null, request);
  const { name: campaign, simulated, currency } = findCampaign(scope, key.campaignId);
  const link = databaseOf(scope)
    .select({ name: reportLinks.name, notes: reportLinks.notes })
    .from(reportLinks)
    .where(and(eq(reportLinks.workspaceId, key.workspaceId), eq(reportLinks.id, scope.report.reportId)))
    .get();
  if (link === undefined) throw new NotFoundError("report");
  return { campaign, ...link, simulated, currency, window };
}
