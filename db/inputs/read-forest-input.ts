import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import { type ForestInput, forestInput } from "#lib/inputs/forest-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

/**
 * The forest of a campaign as it stood at an instant. Reads every share: for the analysis thread.
 * @param question.asOf UTC milliseconds
 */
export function readForestInput(
  scope: InputsScope,
  { campaignId, asOf }: { campaignId: number; asOf: number },
): ForestInput {
  const key = { workspaceId: scope.workspaceId, campaignId };
  return forestInput(EVENT_READS.shares.readForestShares(databaseOf(scope, campaignId), key, asOf));
}
