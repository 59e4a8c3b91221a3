import { and, asc, eq, isNull, or } from "drizzle-orm";
import { segments } from "#db/schema/segments.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Segment } from "#lib/domain/segment.ts";

/** Saved filters of a campaign: everyone's, and the person's own; by name. */
export function listSegments(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): Segment[] {
  const mine = scope.userId === null ? undefined : eq(segments.userId, scope.userId);
  return databaseOf(scope, campaignId)
    .select({ id: segments.id, name: segments.name, query: segments.query, userId: segments.userId })
    .from(segments)
    .where(
      and(
        eq(segments.workspaceId, scope.workspaceId),
        eq(segments.campaignId, campaignId),
        or(isNull(segments.userId), mine),
      ),
    )
    .orderBy(asc(segments.name), asc(segments.id))
    .all()
    .map(({ userId, ...segment }) => ({ ...segment, isShared: userId === null }));
}
