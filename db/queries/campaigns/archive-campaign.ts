import { and, eq } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Puts a campaign out of the way; nothing is deleted, and restoreCampaign undoes it.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function archiveCampaign(
  scope: Scope<"campaigns.write">,
  archive: { campaignId: number; now: number },
): void {
  const { changes } = databaseOf(scope)
    .update(campaigns)
    .set({ archivedAt: archive.now })
    .where(and(eq(campaigns.workspaceId, scope.workspaceId), eq(campaigns.id, archive.campaignId)))
    .run();
  if (changes === 0) throw new NotFoundError("campaign");
}
