import { and, count, eq, max } from "drizzle-orm";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { collectionBlocks } from "#db/schema/collection-blocks.ts";
import { databaseOf } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Every request is held against each of them. */
const MOST_BLOCKS = 100;

/**
 * Takes nothing more from a site or a network into a campaign. Twice is once.
 * @param value as `BlockedSource` has it
 * @throws NotFoundError when the workspace has no such campaign
 * @throws ConflictError when a hundred are blocked already
 */
export function blockSource(
  scope: Scope<"collection.manage">,
  { campaignId, value, now }: { campaignId: number; value: string; now: number },
): void {
  const db = databaseOf(scope, campaignId);
  const { workspaceId, userId } = scope;
  inTransaction(db.$client, () => {
    findCampaign(scope, campaignId);
    const state = db
      .select({ rows: count(), last: max(collectionBlocks.id) })
      .from(collectionBlocks)
      .where(and(eq(collectionBlocks.workspaceId, workspaceId), eq(collectionBlocks.campaignId, campaignId)))
      .get();
    if ((state?.rows ?? 0) >= MOST_BLOCKS) throw new ConflictError("source", "many");
    db.insert(collectionBlocks)
      .values({
        workspaceId,
        campaignId,
        id: (state?.last ?? 0) + 1,
        value,
        createdBy: userId,
        createdAt: now,
      })
      .onConflictDoNothing()
      .run();
  });
}
