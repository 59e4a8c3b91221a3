import { findSession } from "#db/auth-store/find-session.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { openMemberScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Whether somebody who holds a scope would be given it again: they are signed in, a member, and their role has the
 * permission. Costs two lookups.
 */
export function isStillAllowed(
  db: IntisharDatabase,
  sessionId: string,
  scope: Scope,
  permission: Permission,
): boolean {
  const session = findSession(db, sessionId, Date.now());
  if (session === null) return false;
  try {
    return (
      openMemberScope(db, session.userId, scope.workspaceSlug, permission).workspaceId === scope.workspaceId
    );
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
