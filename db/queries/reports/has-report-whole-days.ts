import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { haveWholeDays } from "#lib/sources/whole-days.ts";

/** Whether times that the report's figures rest on are whole days. */
export function hasReportWholeDays(scope: ReportScope): boolean {
  const { status, accepted, reading, campaignId } = imports;
  const rows = databaseOf(scope)
    .select({ status, accepted, reading })
    .from(imports)
    .where(and(eq(imports.workspaceId, scope.workspaceId), eq(campaignId, scope.report.campaignId)))
    .all();
  return haveWholeDays(rows);
}
