import { eq } from "drizzle-orm";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { assertOwned, endMembership, roleOf } from "./membership.ts";

/**
 * Ends one's own membership.
 * @throws NotFoundError when there is no such workspace, or one does not belong to it
 * @throws ConflictError when nobody would own the workspace any more
 */
export function leaveWorkspace(
  db: IntisharDatabase,
  { userId, workspaceSlug }: { userId: number; workspaceSlug: string },
): void {
  inTransaction(db.$client, () => {
    const row = db
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.slug, workspaceSlug))
      .get();
    if (row === undefined) throw new NotFoundError("workspace");
    const key = { workspaceId: row.id, userId };
    roleOf(db, key);
    endMembership(db, key);
    assertOwned(db, row.id);
  });
}
