import { eq, sql } from "drizzle-orm";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { annotations } from "#db/schema/annotations.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Annotation } from "#lib/domain/annotation.ts";

/**
 * Notes something on a campaign's charts and returns its id.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function addAnnotation(
  scope: Scope<"campaigns.write">,
  { campaignId, note, now }: { campaignId: number; note: Omit<Annotation, "id">; now: number },
): number {
  const db = databaseOf(scope, campaignId);
  const { workspaceId, userId } = scope;
  return inTransaction(db.$client, () => {
    findCampaign(scope, campaignId);
    const next = db
      .select({ id: sql<number>`coalesce(max(${annotations.id}), 0) + 1` })
      .from(annotations)
      .where(eq(annotations.workspaceId, workspaceId))
      .get();
    const id = next?.id ?? 1;
    db.insert(annotations)
      .values({ ...note, workspaceId, id, campaignId, createdBy: userId, createdAt: now })
      .run();
    return id;
  });
}
