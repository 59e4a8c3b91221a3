import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportSection } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { reportWindow } from "#lib/access/report-window.ts";
import type { ReportRequest, ReportWindow } from "#lib/domain/report-figures.ts";

/**
 * The one gate of every query of a report: the section must be the link's, the days within its bounds.
 * @param section null for what stands above all sections
 * @returns the window, with the campaign to read as `key`
 * @throws NotFoundError when the link does not show that
 */
export function grantWindow(
  scope: ReportScope,
  section: ReportSection | null,
  request: ReportRequest,
): { key: { workspaceId: number; campaignId: number; from: number; to: number }; window: ReportWindow } {
  const { report, workspaceId, zone } = scope;
  if (section !== null && !report.sections.includes(section)) throw new NotFoundError("report");
  const window = reportWindow(report.dates, zone, request);
  if (window === null) throw new NotFoundError("report");
  return { key: { workspaceId, campaignId: report.campaignId, from: window.from, to: window.to }, window };
}
