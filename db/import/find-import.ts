import { and, eq } from "drizzle-orm";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { includesCampaign } from "#lib/access/includes-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";

/** A stored import. */
export type ImportRow = typeof imports.$inferSelect;

/**
 * The import that work is about to be done for.
 * @throws NotFoundError when the workspace has no such import
 */
export function findImport(scope: Scope, importId: number): ImportRow {
  const row = databaseOf(scope)
    .select()
    .from(imports)
    .where(and(eq(imports.workspaceId, scope.workspaceId), eq(imports.id, importId)))
    .get();
  if (row === undefined || !includesCampaign(scope, row.campaignId)) throw new NotFoundError("import");
  return row;
}
