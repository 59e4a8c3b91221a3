import { and, eq } from "drizzle-orm";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Ends a link for good; its record and its count of opens stay.
 * @throws NotFoundError when the workspace has no such link
 */
export function revokeReportLink(
  scope: Scope<"reports.manage">,
  { reportId, now }: { reportId: number; now: number },
): void {
  const { changes } = databaseOf(scope)
    .update(reportLinks)
    .set({ revokedAt: now })
    .where(and(eq(reportLinks.workspaceId, scope.workspaceId), eq(reportLinks.id, reportId)))
    .run();
  if (changes === 0) throw new NotFoundError("report");
}
