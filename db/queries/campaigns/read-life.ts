import { EVENT_READS } from "#db/engines/registry.ts";
import type { InputsScope } from "#db/inputs/inputs-scope.ts";
import { databaseOf } from "#db/scope.ts";
import type { Life } from "#lib/query/resolve-query.ts";
import { HOUR } from "#lib/time/lengths.ts";

/** From the hour of a campaign's first event to the end of that of its last; null before the first. */
export function readLife(scope: InputsScope, { campaignId }: { campaignId: number }): Life | null {
  const key = { workspaceId: scope.workspaceId, campaignId };
  const hours = EVENT_READS.hours.readEventHours(databaseOf(scope, campaignId), key);
  return hours === null ? null : { first: hours.first * HOUR, last: (hours.last + 1) * HOUR - 1 };
}
