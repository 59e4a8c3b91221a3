import { and, eq } from "drizzle-orm";
import { annotations } from "#db/schema/annotations.ts";
import { databaseOf } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Takes a note off a campaign's charts.
 * @throws NotFoundError when the campaign has no such note
 */
export function deleteAnnotation(
  scope: Scope<"campaigns.write">,
  { campaignId, annotationId }: { campaignId: number; annotationId: number },
): void {
  const { changes } = databaseOf(scope, campaignId)
    .delete(annotations)
    .where(
      and(
        eq(annotations.workspaceId, scope.workspaceId),
        eq(annotations.campaignId, campaignId),
        eq(annotations.id, annotationId),
      ),
    )
    .run();
  if (changes === 0) throw new NotFoundError("annotation");
}
