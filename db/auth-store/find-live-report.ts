import { eq, getTableColumns } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { workspaces } from "#db/schema/workspaces.ts";

/** A report link as it is stored, with the workspace that it reads. */
export type LiveReport = typeof reportLinks.$inferSelect & { workspaceSlug: string; zone: string };

/**
 * The link that a token opens; null alike when the token is wrong and when its link is revoked or past its end.
 * @param now Unix milliseconds
 */
export function findLiveReport(db: IntisharDatabase, token: string, now: number): LiveReport | null {
  const row = db
    .select({ ...getTableColumns(reportLinks), workspaceSlug: workspaces.slug, zone: workspaces.zone })
    .from(reportLinks)
    .innerJoin(workspaces, eq(workspaces.id, reportLinks.workspaceId))
    .where(eq(reportLinks.tokenHash, hashToken(token)))
    .get();
  if (row === undefined || row.revokedAt !== null) return null;
  return row.expiresAt !== null && row.expiresAt <= now ? null : row;
}
