import { and, eq } from "drizzle-orm";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Forgets a link and how often it was opened.
 * @throws NotFoundError when the workspace has no such link
 */
export function deleteReportLink(scope: Scope<"reports.manage">, { reportId }: { reportId: number }): void {
  const { changes } = databaseOf(scope)
    .delete(reportLinks)
    .where(and(eq(reportLinks.workspaceId, scope.workspaceId), eq(reportLinks.id, reportId)))
    .run();
  if (changes === 0) throw new NotFoundError("report");
}
