import { isStillAllowed } from "#app/_server/is-still-allowed.ts";
import { requireUser } from "#app/_server/session.ts";
import { currentDatabase } from "#db/connection.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";

/** What tells, again and again, whether the person who is signed in would still be given a scope that they hold. */
export async function memberAccess<P extends Permission>(
  scope: Scope<P>,
  permission: P,
): Promise<() => boolean> {
  const { sessionId } = await requireUser();
  return () => isStillAllowed(currentDatabase(), sessionId, scope, permission);
}
