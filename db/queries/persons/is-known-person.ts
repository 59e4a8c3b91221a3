import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Whether a campaign has ever seen a person. One lookup. */
export function isKnownPerson(
  scope: Scope<"campaigns.read">,
  { campaignId, person }: { campaignId: number; person: string },
): boolean {
  const { workspaceId } = scope;
  return EVENT_READS.persons.isKnownPerson(databaseOf(scope, campaignId), {
    workspaceId,
    campaignId,
    person,
  });
}
