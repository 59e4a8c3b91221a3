import { and, asc, count, desc, eq, gte, lt } from "drizzle-orm";
import { grantWindow } from "#db/grant-window.ts";
import { reportAlias } from "#db/report-alias.ts";
import { cascades } from "#db/schema/cascades.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
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
  const started = and(
    eq(cascades.workspaceId, key.workspaceId),
    eq(cascades.campaignId, key.campaignId),
    gte(cascades.startedAt, key.from),
    lt(cascades.startedAt, key.to),
  );
  const { root, person, channel, size, reach, depth, structuralVirality, startedAt, lastAt } = cascades;
  const rows = db
    .select({ root, person, channel, size, reach, depth, structuralVirality, startedAt, lastAt })
    .from(cascades)
    .where(started)
    .orderBy(desc(cascades.size), asc(cascades.startedAt), asc(cascades.root))
    .limit(MOST_ROWS)
    .all();
  const total = db.select({ n: count() }).from(cascades).where(started).get()?.n ?? 0;
  if (!scope.report.aliases) return { rows, total };
  const aliasKey = readAliasKey(scope);
  return {
    rows: rows.map((row) => ({ ...row, root: null, person: reportAlias(aliasKey, row.person) })),
    total,
  };
}

function readAliasKey(scope: ReportScope): string {
  const link = databaseOf(scope)
    .select({ aliasKey: reportLinks.aliasKey })
    .from(reportLinks)
    .where(and(eq(reportLinks.workspaceId, scope.workspaceId), eq(reportLinks.id, scope.report.reportId)))
    .get();
  if (link === undefined) throw new NotFoundError("report");
  return link.aliasKey;
}
