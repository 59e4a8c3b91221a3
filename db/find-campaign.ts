import { and, eq } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * A campaign of the scope's workspace, whatever the scope permits: for queries and imports, which ask first.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function findCampaign(scope: Scope, campaignId: number): typeof campaigns.$inferSelect {
  const row = databaseOf(scope, campaignId)
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, scope.workspaceId), eq(campaigns.id, campaignId)))
    .get();
  if (row === undefined) throw new NotFoundError("campaign");
  return row;
}
