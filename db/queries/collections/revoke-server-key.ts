import { and, eq, isNull } from "drizzle-orm";
import { serverKeys } from "#db/schema/server-keys.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Ends a server's key for good.
 * @throws NotFoundError when the workspace has no such key, or it has ended
 */
export function revokeServerKey(
  scope: Scope<"collection.manage">,
  { keyId, now }: { keyId: number; now: number },
): void {
  const { workspaceId, id, revokedAt } = serverKeys;
  const { changes } = databaseOf(scope)
    .update(serverKeys)
    .set({ revokedAt: now })
    .where(and(eq(workspaceId, scope.workspaceId), eq(id, keyId), isNull(revokedAt)))
    .run();
  if (changes === 0) throw new NotFoundError("key");
}
