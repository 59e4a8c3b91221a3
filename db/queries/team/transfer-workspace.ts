import { roleOf, setMembership } from "#db/auth-store/membership.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError, NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Makes another member an owner, and whoever asks an editor: both or neither.
 * @throws NotFoundError when there is no such member
 * @throws ConflictError when somebody would hand the workspace to themselves
 */
export function transferWorkspace(scope: Scope<"team.manage">, { userId }: { userId: number }): void {
  const db = databaseOf(scope);
  const { workspaceId, userId: ownerId } = scope;
  if (ownerId === null) throw new NotFoundError("member");
  if (ownerId === userId) throw new ConflictError("member", "oneself");
  inTransaction(db.$client, () => {
    roleOf(db, { workspaceId, userId });
    setMembership(db, { workspaceId, userId }, { role: "owner", campaigns: [] });
    setMembership(db, { workspaceId, userId: ownerId }, { role: "editor", campaigns: [] });
  });
}
