import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Tool } from "#lib/domain/campaign.ts";

const CHANNELS = `
  SELECT c.tool, h.channel, sum(h.count) AS shares FROM hourly_counts AS h
  JOIN campaigns AS c ON c.workspace_id = h.workspace_id AND c.id = h.campaign_id
  WHERE h.workspace_id = ? AND h.kind = 'share' AND c.archived_at IS NULL
  GROUP BY c.tool, h.channel ORDER BY shares DESC, h.channel`;

/** Shares by tool and channel over the campaigns that are not archived, the most used first. */
export function listToolChannels(
  scope: Scope<"campaigns.read">,
): { tool: Tool; channel: string; shares: number }[] {
  const rows = prepare(databaseOf(scope).$client, CHANNELS).all(scope.workspaceId);
  return rows as { tool: Tool; channel: string; shares: number }[];
}
