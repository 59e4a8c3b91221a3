import { and, eq, max } from "drizzle-orm";
import { inTransaction } from "#db/in-transaction.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * The id of the campaign with this name.
 * @param createdAt UTC milliseconds: makes the campaign, as a share button, if there is none; null does not
 * @throws NotFoundError when there is none and none is to be made
 */
export function findCampaignByName(
  scope: Scope<"campaigns.write">,
  name: string,
  createdAt: number | null,
): number {
  const db = databaseOf(scope);
  const { workspaceId } = scope;
  const inWorkspace = eq(campaigns.workspaceId, workspaceId);
  return inTransaction(db.$client, () => {
    const { id } = campaigns;
    const found = db
      .select({ id })
      .from(campaigns)
      .where(and(inWorkspace, eq(campaigns.name, name)))
      .get();
    if (found !== undefined) return found.id;
    if (createdAt === null) throw new NotFoundError("campaign");
    const last = db
      .select({ id: max(id) })
      .from(campaigns)
      .where(inWorkspace)
      .get();
    const next = (last?.id ?? 0) + 1;
    db.insert(campaigns).values({ workspaceId, id: next, name, tool: "share-button", createdAt }).run();
    return next;
  });
}
