import { eq, sql } from "drizzle-orm";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { segments } from "#db/schema/segments.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { SegmentInput } from "#lib/domain/segment.ts";

/**
 * Keeps filters under a name: for the person, or for everyone where they may write. Returns its id.
 * @throws NotFoundError when the workspace has no such campaign, or the person may not write for everyone
 */
export function saveSegment(
  scope: Scope<"campaigns.read">,
  { campaignId, input, now }: { campaignId: number; input: SegmentInput; now: number },
): number {
  const db = databaseOf(scope, campaignId);
  const { workspaceId, userId } = scope;
  if (input.shared && !scope.permissions.has("campaigns.write")) throw new NotFoundError("segment");
  return inTransaction(db.$client, () => {
    findCampaign(scope, campaignId);
    const next = db
      .select({ id: sql<number>`coalesce(max(${segments.id}), 0) + 1` })
      .from(segments)
      .where(eq(segments.workspaceId, workspaceId))
      .get();
    const id = next?.id ?? 1;
    const { name, query } = input;
    const owner = input.shared ? null : userId;
    db.insert(segments)
      .values({ workspaceId, id, campaignId, name, query, userId: owner, createdAt: now })
      .run();
    return id;
  });
}
