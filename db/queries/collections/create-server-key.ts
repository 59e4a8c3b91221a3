import { and, eq, max } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { collections } from "#db/schema/collections.ts";
import { serverKeys } from "#db/schema/server-keys.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

const ENDING = 4;

/**
 * Makes a key with which a server reports to a campaign.
 * @returns the key, which is in no place but this answer
 * @throws NotFoundError when the workspace has no such campaign, or it does not collect
 */
export function createServerKey(
  scope: Scope<"collection.manage">,
  { campaignId, name, now }: { campaignId: number; name: string; now: number },
): string {
  const db = databaseOf(scope, campaignId);
  const { workspaceId, userId } = scope;
  const key = `isk_${mintToken()}`;
  inTransaction(db.$client, () => {
    const collection = db
      .select({ stem: collections.stem })
      .from(collections)
      .where(and(eq(collections.workspaceId, workspaceId), eq(collections.campaignId, campaignId)))
      .get();
    if (collection === undefined) throw new NotFoundError("collection");
    const last = db
      .select({ id: max(serverKeys.id) })
      .from(serverKeys)
      .where(eq(serverKeys.workspaceId, workspaceId))
      .get();
    db.insert(serverKeys)
      .values({
        ...{ workspaceId, campaignId, id: (last?.id ?? 0) + 1, name, keyHash: hashToken(key) },
        ...{ ending: key.slice(-ENDING), createdBy: userId, createdAt: now },
      })
      .run();
  });
  return key;
}
