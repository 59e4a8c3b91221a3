import { and, eq } from "drizzle-orm";
import { reportValues } from "#db/report-values.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportLinkInput } from "#lib/access/report-link.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Changes what a link shows; whoever has it open sees that at the next request.
 * @param edit.passwordHash null: from now on none; undefined: the one it has
 * @throws NotFoundError when the workspace has no such link
 */
export function editReportLink(
  scope: Scope<"reports.manage">,
  edit: { reportId: number; input: ReportLinkInput; passwordHash?: string | null | undefined },
): void {
  const { reportId, input, passwordHash } = edit;
  const { changes } = databaseOf(scope)
    .update(reportLinks)
    .set({ ...reportValues(input, scope.zone), ...(passwordHash === undefined ? {} : { passwordHash }) })
    .where(and(eq(reportLinks.workspaceId, scope.workspaceId), eq(reportLinks.id, reportId)))
    .run();
  if (changes === 0) throw new NotFoundError("report");
}
