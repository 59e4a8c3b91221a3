import { and, eq } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Brings an archived campaign back.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function restoreCampaign(scope: Scope<"campaigns.write">, restore: { campaignId: number }): void {
  const { changes } = databaseOf(scope)
    .update(campaigns)
    .set({ archivedAt: null })
    .where(and(eq(campaigns.workspaceId, scope.workspaceId), eq(campaigns.id, restore.campaignId)))
    .run();
  if (changes === 0) throw new NotFoundError("campaign");
}
