import { and, desc, eq } from "drizzle-orm";
import { quarantinedEvents } from "#db/schema/quarantined-events.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { QuarantinedEvent } from "#lib/domain/intake-report.ts";

/** The newest events in a campaign's quarantine, with what they said. */
export function listQuarantined(
  scope: Scope<"events.read">,
  { campaignId, most }: { campaignId: number; most: number },
): QuarantinedEvent[] {
  const { id, source, reason, field, raw, receivedAt, workspaceId } = quarantinedEvents;
  return databaseOf(scope, campaignId)
    .select({ id, source, reason, field, raw, receivedAt })
    .from(quarantinedEvents)
    .where(and(eq(workspaceId, scope.workspaceId), eq(quarantinedEvents.campaignId, campaignId)))
    .orderBy(desc(id))
    .limit(most)
    .all();
}
