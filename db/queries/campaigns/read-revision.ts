import { EVENT_READS } from "#db/engines/registry.ts";
import type { InputsScope } from "#db/inputs/inputs-scope.ts";
import { databaseOf } from "#db/scope.ts";

/**
 * A text that changes whenever the events of a campaign do, or what their values are worth. Costs a few lookups.
 * Null for a campaign that there is not.
 */
export function readRevision(scope: InputsScope, { campaignId }: { campaignId: number }): string | null {
  const key = { workspaceId: scope.workspaceId, campaignId };
  return EVENT_READS.campaigns.readRevision(databaseOf(scope, campaignId), key) ?? null;
}
