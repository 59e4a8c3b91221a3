import { currentDatabase } from "#db/connection.ts";
import { openMemberScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * What else a person may do who was let in already: for work that goes on after the request was answered, when there
 * is no cookie to read any more.
 * @throws NotFoundError when the person's role lacks the permission, as for a stranger
 */
export function samePersonScope<P extends Permission>(scope: Scope, permission: P): Scope<P> {
  if (scope.userId === null) throw new NotFoundError("workspace");
  return openMemberScope(currentDatabase(), scope.userId, scope.workspaceSlug, permission);
}
