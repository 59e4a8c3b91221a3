import { and, eq } from "drizzle-orm";
import { EVENT_READS } from "#db/engines/registry.ts";
import { grantWindow } from "#db/grant-window.ts";
import { reportAlias } from "#db/report-alias.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
import { ALIAS_KEY } from "#db/vault/sealed-columns.ts";
import { openSecret } from "#db/vault/secrets-of.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { ReportCascade, ReportRequest } from "#lib/domain/report-figures.ts";

const MOST_ROWS = 50;

/**
 * The 50 largest of the cascades that began in the window, as they are by now, and how many began in all.
 * Under aliases the codes of shares stay out as well: a code is an address that people know.
 * @throws NotFoundError when the link does not show that
 */
export function listReportCascades(
  scope: ReportScope,
  request: ReportRequest,
): { rows: ReportCascade[]; total: number } {
  const { key } = grantWindow(scope, "cascades", request);
  const db = databaseOf(scope);
  const rows = EVENT_READS.cascadeSummaries.readLargestCascades(db, key, MOST_ROWS);
  const total = EVENT_READS.cascadeSummaries.countStartedCascades(db, key);
  if (!scope.report.aliases) return { rows, total };
  const aliasKey = readAliasKey(scope);
  return {
    rows: rows.map((row) => ({
      ...row,
      root: null,
      person: aliasKey === null ? null : reportAlias(aliasKey, row.person),
    })),
    total,
  };
}

function readAliasKey(scope: ReportScope): string | null {
  const db = databaseOf(scope);
  const { workspaceId } = scope;
  const rowId = scope.report.reportId;
  const link = db
    .select({ aliasKey: reportLinks.aliasKey })
    .from(reportLinks)
    .where(and(eq(reportLinks.workspaceId, workspaceId), eq(reportLinks.id, rowId)))
    .get();
  if (link === undefined) throw new NotFoundError("report");
  return openSecret(db, { column: ALIAS_KEY, workspaceId, rowId }, link.aliasKey);
}
