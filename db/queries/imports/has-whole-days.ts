import { and, eq, inArray } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { haveWholeDays } from "#lib/sources/whole-days.ts";

/** Whether times of a campaign's events are whole days, as a file of it had no hours. */
export function hasWholeDays(
  scope: Scope<"campaigns.read">,
  { campaignId }: { readonly campaignId: number },
): boolean {
  const seen = scope.campaigns === null ? undefined : inArray(imports.campaignId, [...scope.campaigns]);
  const { status, accepted, reading } = imports;
  const rows = databaseOf(scope, campaignId)
    .select({ status, accepted, reading })
    .from(imports)
    .where(and(eq(imports.workspaceId, scope.workspaceId), eq(imports.campaignId, campaignId), seen))
    .all();
  return haveWholeDays(rows);
}
