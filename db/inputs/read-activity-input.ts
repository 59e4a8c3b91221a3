import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import { type ActivityInput, activityInput } from "#lib/inputs/activity-input.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { InputsScope } from "./inputs-scope.ts";

/**
 * What people did in a campaign up to an instant, bots and previews left out. Reads the whole journal of the
 * campaign: for the analysis thread.
 * @param question.asOf UTC milliseconds
 * @param question.forest of the campaign as of that instant
 */
export function readActivityInput(
  scope: InputsScope,
  { campaignId, asOf, forest }: { campaignId: number; asOf: number; forest: ForestInput },
): ActivityInput {
  const key = { workspaceId: scope.workspaceId, campaignId };
  return activityInput(forest, EVENT_READS.activity.eachActivity(databaseOf(scope, campaignId), key, asOf));
}
