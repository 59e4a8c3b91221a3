import { and, eq, isNull, or } from "drizzle-orm";
import { segments } from "#db/schema/segments.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Forgets saved filters: one's own, or everyone's where the person may write.
 * @throws NotFoundError when there are none that the person may forget
 */
export function deleteSegment(
  scope: Scope<"campaigns.read">,
  { campaignId, segmentId }: { campaignId: number; segmentId: number },
): void {
  const mine = scope.userId === null ? undefined : eq(segments.userId, scope.userId);
  const everyones = scope.permissions.has("campaigns.write") ? isNull(segments.userId) : undefined;
  const { changes } = databaseOf(scope, campaignId)
    .delete(segments)
    .where(
      and(
        eq(segments.workspaceId, scope.workspaceId),
        eq(segments.campaignId, campaignId),
        eq(segments.id, segmentId),
        or(mine, everyones) ?? isNull(segments.workspaceId),
      ),
    )
    .run();
  if (changes === 0) throw new NotFoundError("segment");
}
