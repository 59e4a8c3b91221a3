import { listCampaignTallies } from "#db/queries/campaigns/list-campaign-tallies.ts";
import { listToolChannels } from "#db/queries/campaigns/list-tool-channels.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { WorkspaceReader } from "#lib/answers/workspace.ts";
import { readForestShape } from "./read-forest-shape.ts";

/** Reads what answers about a whole workspace are made of: for the threads that answer. */
export function workspaceReader(scope: Scope<"campaigns.read">): WorkspaceReader {
  return {
    tallies: () => listCampaignTallies(scope),
    channels: () => listToolChannels(scope),
    shape: (campaignId) => readForestShape(scope, { campaignId }),
  };
}
