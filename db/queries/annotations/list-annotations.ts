import { and, asc, eq } from "drizzle-orm";
import { annotations } from "#db/schema/annotations.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Annotation } from "#lib/domain/annotation.ts";

/** The notes on a campaign's charts, by time. */
export function listAnnotations(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): Annotation[] {
  return databaseOf(scope, campaignId)
    .select({ id: annotations.id, at: annotations.at, text: annotations.text, kind: annotations.kind })
    .from(annotations)
    .where(and(eq(annotations.workspaceId, scope.workspaceId), eq(annotations.campaignId, campaignId)))
    .orderBy(asc(annotations.at), asc(annotations.id))
    .all();
}
