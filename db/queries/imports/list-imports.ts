import { and, desc, eq, inArray } from "drizzle-orm";
import type { ImportRow } from "#db/import/find-import.ts";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Imports of a workspace, or of one of its campaigns, the newest first. */
export function listImports(
  scope: Scope<"events.read">,
  { campaignId, limit = 100 }: { campaignId?: number; limit?: number },
): ImportRow[] {
  const ofCampaign = campaignId === undefined ? undefined : eq(imports.campaignId, campaignId);
  const seen = scope.campaigns === null ? undefined : inArray(imports.campaignId, [...scope.campaigns]);
  return databaseOf(scope, campaignId)
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, scope.workspaceId), ofCampaign, seen))
    .orderBy(desc(imports.id))
    .limit(limit)
    .all();
}
