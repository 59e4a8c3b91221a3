import { and, desc, eq } from "drizzle-orm";
import { collectionBlocks } from "#db/schema/collection-blocks.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ListedBlock } from "#lib/domain/collection.ts";

/** Sites and networks from which nothing is taken into a campaign, the newest first. */
export function listBlocks(
  scope: Scope<"collection.manage">,
  { campaignId }: { campaignId: number },
): ListedBlock[] {
  const { id, value, createdAt, workspaceId } = collectionBlocks;
  return databaseOf(scope, campaignId)
    .select({ id, value, createdAt })
    .from(collectionBlocks)
    .where(and(eq(workspaceId, scope.workspaceId), eq(collectionBlocks.campaignId, campaignId)))
    .orderBy(desc(id))
    .all();
}
