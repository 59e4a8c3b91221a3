import { and, eq } from "drizzle-orm";
import { collections } from "#db/schema/collections.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Takes nothing more into a campaign from an instant on, or takes in again for null. Its links lead on all the same.
 * @throws NotFoundError when the workspace has no such campaign, or it does not collect
 */
export function pauseCollection(
  scope: Scope<"collection.manage">,
  { campaignId, pausedAt }: { campaignId: number; pausedAt: number | null },
): void {
  const { changes } = databaseOf(scope, campaignId)
    .update(collections)
    .set({ pausedAt })
    .where(and(eq(collections.workspaceId, scope.workspaceId), eq(collections.campaignId, campaignId)))
    .run();
  if (changes === 0) throw new NotFoundError("collection");
}
