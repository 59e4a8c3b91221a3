import { EVENT_READS } from "#db/engines/registry.ts";
import { databaseOf } from "#db/scope.ts";
import { includesCampaign } from "#lib/access/includes-campaign.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import { compareText } from "#lib/domain/compare-text.ts";

interface ToolChannel {
  readonly tool: Tool;
  readonly channel: string;
  readonly shares: number;
}

/** Shares by tool and channel over the campaigns that are not archived, the most used first. */
export function listToolChannels(scope: Scope<"campaigns.read">): ToolChannel[] {
  const totals = new Map<string, ToolChannel>();
  const rows = EVENT_READS.hours.countSharesByTool(databaseOf(scope), scope.workspaceId);
  for (const { campaignId, tool, channel, shares } of rows) {
    if (!includesCampaign(scope, campaignId)) continue;
    const key = `${tool} ${channel}`;
    totals.set(key, { tool, channel, shares: shares + (totals.get(key)?.shares ?? 0) });
  }
  return [...totals.values()].sort((a, b) => b.shares - a.shares || compareText(a.channel, b.channel));
}
