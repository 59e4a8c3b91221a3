import { and, desc, eq } from "drizzle-orm";
import { serverKeys } from "#db/schema/server-keys.ts";
import { users } from "#db/schema/users.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ListedKey } from "#lib/domain/collection.ts";

/** The keys with which servers report to a campaign, the newest first; revoked ones too. */
export function listServerKeys(
  scope: Scope<"collection.manage">,
  { campaignId }: { campaignId: number },
): ListedKey[] {
  const { id, name, ending, createdAt, revokedAt, workspaceId } = serverKeys;
  return databaseOf(scope, campaignId)
    .select({ id, name, ending, createdAt, revokedAt, owner: users.email })
    .from(serverKeys)
    .leftJoin(users, eq(users.id, serverKeys.createdBy))
    .where(and(eq(workspaceId, scope.workspaceId), eq(serverKeys.campaignId, campaignId)))
    .orderBy(desc(id))
    .all();
}
