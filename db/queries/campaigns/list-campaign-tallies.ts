import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import { includesCampaign } from "#lib/access/includes-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignTally } from "#lib/answers/workspace.ts";

/** The campaigns that are not archived with what they have come to. Reads every cascade: for the threads that answer. */
export function listCampaignTallies(scope: Scope<"campaigns.read">): CampaignTally[] {
  return EVENT_READS.campaigns
    .readTallies(databaseOf(scope), scope.workspaceId)
    .filter(({ id }) => includesCampaign(scope, id));
}
