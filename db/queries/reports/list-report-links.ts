import { and, desc, eq, max, sum } from "drizzle-orm";
import { reportLinks } from "#db/schema/report-links.ts";
import { reportOpens } from "#db/schema/report-opens.ts";
import { users } from "#db/schema/users.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ListedReport } from "#lib/domain/listed-report.ts";

/** The report links of a campaign, the newest first; live, ended and revoked ones. */
export function listReportLinks(
  scope: Scope<"reports.manage">,
  { campaignId, now }: { campaignId: number; now: number },
): ListedReport[] {
  const { workspaceId, id, name, aliases, createdAt, expiresAt, revokedAt, passwordHash } = reportLinks;
  const rows = databaseOf(scope, campaignId)
    .select({
      ...{ id, name, aliases, createdAt, expiresAt, revokedAt, passwordHash },
      ...{
        owner: users.email,
        opens: sum(reportOpens.count).mapWith(Number),
        lastOpenedAt: max(reportOpens.lastAt),
      },
    })
    .from(reportLinks)
    .leftJoin(users, eq(users.id, reportLinks.createdBy))
    .leftJoin(reportOpens, and(eq(reportOpens.workspaceId, workspaceId), eq(reportOpens.reportId, id)))
    .where(and(eq(workspaceId, scope.workspaceId), eq(reportLinks.campaignId, campaignId)))
    .groupBy(id)
    .orderBy(desc(id))
    .all();
  return rows.map(({ passwordHash: hash, revokedAt: revoked, opens, ...row }) => {
    const isOver = row.expiresAt !== null && row.expiresAt <= now;
    const status = revoked !== null ? "revoked" : isOver ? "expired" : "live";
    return { ...row, opens: opens ?? 0, hasPassword: hash !== null, status };
  });
}
