import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Tool } from "#lib/domain/campaign.ts";

/** Shares by tool and channel over the campaigns that are not archived, the most used first. */
export function listToolChannels(
  scope: Scope<"campaigns.read">,
): { tool: Tool; channel: string; shares: number }[] {
  return EVENT_READS.hours.countSharesByTool(databaseOf(scope), scope.workspaceId);
}
