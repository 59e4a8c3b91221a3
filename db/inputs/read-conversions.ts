import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Conversion } from "#lib/inputs/conversions-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

/**
 * The conversions of a campaign, in their order of time; values in the campaign's currency. Reads the whole
 * journal of the campaign: for the analysis thread.
 * @param question.asOf UTC milliseconds
 */
export function readConversions(
  scope: InputsScope,
  { campaignId, asOf }: { campaignId: number; asOf: number },
): Conversion[] {
  const key = { workspaceId: scope.workspaceId, campaignId };
  return EVENT_READS.activity.readConversions(databaseOf(scope, campaignId), key, asOf);
}
