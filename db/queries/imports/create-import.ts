import { eq, max } from "drizzle-orm";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { imports } from "#db/schema/imports.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

type NewImport = Pick<
  typeof imports.$inferSelect,
  "campaignId" | "fileName" | "fileBytes" | "storedPath" | "format" | "mapping" | "zone" | "policy"
> &
  Partial<Pick<typeof imports.$inferSelect, "reading">> & {
    /** UTC milliseconds. */
    readonly now: number;
  };

/**
 * Notes a file that is to go into a campaign; it waits as `uploaded`.
 * @returns the id of the import, counted within the workspace
 * @throws NotFoundError when the workspace has no such campaign
 */
export function createImport(scope: Scope<"events.write">, { now, ...values }: NewImport): number {
  const db = databaseOf(scope);
  const { workspaceId } = scope;
  return inTransaction(db.$client, () => {
    findCampaign(scope, values.campaignId);
    const last = db
      .select({ id: max(imports.id) })
      .from(imports)
      .where(eq(imports.workspaceId, workspaceId))
      .get();
    const id = (last?.id ?? 0) + 1;
    db.insert(imports)
      .values({ ...values, workspaceId, id, status: "uploaded", createdAt: now })
      .run();
    return id;
  });
}
