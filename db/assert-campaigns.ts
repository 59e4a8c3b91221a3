import { and, eq, inArray } from "drizzle-orm";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/** @throws NotFoundError when the workspace has not all of them */
export function assertCampaigns(scope: Scope, ids: readonly number[]): void {
  const found = databaseOf(scope)
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.workspaceId, scope.workspaceId), inArray(campaigns.id, [...ids])))
    .all();
  if (found.length !== new Set(ids).size) throw new NotFoundError("campaign");
}
