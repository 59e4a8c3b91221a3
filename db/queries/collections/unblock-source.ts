import { and, eq } from "drizzle-orm";
import { collectionBlocks } from "#db/schema/collection-blocks.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Takes in again from a site or a network that was blocked.
 * @throws NotFoundError when the workspace has no such block
 */
export function unblockSource(
  scope: Scope<"collection.manage">,
  { campaignId, blockId }: { campaignId: number; blockId: number },
): void {
  const { workspaceId, campaignId: campaign, id } = collectionBlocks;
  const { changes } = databaseOf(scope, campaignId)
    .delete(collectionBlocks)
    .where(and(eq(workspaceId, scope.workspaceId), eq(campaign, campaignId), eq(id, blockId)))
    .run();
  if (changes === 0) throw new NotFoundError("block");
}
