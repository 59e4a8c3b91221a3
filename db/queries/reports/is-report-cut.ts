import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { brokenImports } from "#lib/sources/broken-imports.ts";

/** Whether a file that the report's figures rest on broke off; which one is nobody's business. */
export function isReportCut(scope: ReportScope): boolean {
  const { id, campaignId, fileName, fault, accepted, status, duplicate } = imports;
  const rows = databaseOf(scope)
    .select({ id, campaignId, fileName, fault, accepted, status, duplicate })
    .from(imports)
    .where(and(eq(imports.workspaceId, scope.workspaceId), eq(campaignId, scope.report.campaignId)))
    .all();
  return brokenImports(rows).length > 0;
}
