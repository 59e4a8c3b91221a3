import { and, desc, eq, inArray } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { type BrokenImport, brokenImports } from "#lib/sources/broken-imports.ts";

/** Imports of a workspace, or of one of its campaigns, whose files broke off and are not completed; the newest first. */
export function listBrokenImports(
  scope: Scope<"campaigns.read">,
  { campaignId }: { readonly campaignId?: number },
): BrokenImport[] {
  const ofCampaign = campaignId === undefined ? undefined : eq(imports.campaignId, campaignId);
  const seen = scope.campaigns === null ? undefined : inArray(imports.campaignId, [...scope.campaigns]);
  const { id, fileName, fault, accepted, status, duplicate } = imports;
  const rows = databaseOf(scope, campaignId)
    .select({ id, campaignId: imports.campaignId, fileName, fault, accepted, status, duplicate })
    .from(imports)
    .where(and(eq(imports.workspaceId, scope.workspaceId), ofCampaign, seen))
    .orderBy(desc(id))
    .all();
  return brokenImports(rows);
}
