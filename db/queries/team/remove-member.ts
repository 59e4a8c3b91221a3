import { assertOwned, endMembership, roleOf } from "#db/auth-store/membership.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Ends somebody's membership: from their next request on they are a stranger to the workspace. What they made stays;
 * their own saved filters are there again if they come back.
 * @throws NotFoundError when there is no such member
 * @throws ConflictError when nobody would own the workspace any more
 */
export function removeMember(scope: Scope<"team.manage">, { userId }: { userId: number }): void {
  const db = databaseOf(scope);
  const key = { workspaceId: scope.workspaceId, userId };
  inTransaction(db.$client, () => {
    roleOf(db, key);
    endMembership(db, key);
    assertOwned(db, scope.workspaceId);
  });
}
