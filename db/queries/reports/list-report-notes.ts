import { grantWindow } from "#db/grant-window.ts";
import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Annotation } from "#lib/domain/annotation.ts";
import type { ReportRequest } from "#lib/domain/report-figures.ts";

const SQL = `
  SELECT id, at, text, kind FROM annotations
  WHERE workspace_id = @workspaceId AND campaign_id = @campaignId AND at >= @from AND at < @to ORDER BY at, id`;

/**
 * The team's notes of the window, by time.
 * @throws NotFoundError when the link does not show that
 */
export function listReportNotes(scope: ReportScope, request: ReportRequest): Annotation[] {
  const { key } = grantWindow(scope, "notes", request);
  return prepare(databaseOf(scope).$client, SQL).all(key) as Annotation[];
}
