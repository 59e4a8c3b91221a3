import { and, eq } from "drizzle-orm";
import { links } from "#db/schema/links.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Stops a link from leading anywhere, or lets it lead again. What people passed on of it goes on working.
 * @param pause.pausedAt Unix milliseconds; null lets it lead again
 * @throws NotFoundError when the workspace has no such link
 */
export function pauseLink(
  scope: Scope<"collection.manage">,
  { linkId, pausedAt }: { linkId: number; pausedAt: number | null },
): void {
  const { changes } = databaseOf(scope)
    .update(links)
    .set({ pausedAt })
    .where(and(eq(links.workspaceId, scope.workspaceId), eq(links.id, linkId)))
    .run();
  if (changes === 0) throw new NotFoundError("link");
}
