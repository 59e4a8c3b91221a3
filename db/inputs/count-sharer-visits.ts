import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { InputsScope } from "./inputs-scope.ts";

/** Visits through the links of shares that are no seeds; null when no visit was recorded. */
export function countSharerVisits(scope: InputsScope, { campaignId }: { campaignId: number }): number | null {
  const key = { workspaceId: scope.workspaceId, campaignId };
  return EVENT_READS.touches.countSharerVisits(databaseOf(scope, campaignId), key);
}
