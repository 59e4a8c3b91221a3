import { prepare } from "#db/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ListedLink, Utm } from "#lib/domain/link.ts";

const SQL = `
  SELECT l.id, l.code, l.name, l.channel, l.seed_kind AS seedKind, l.target_url AS targetUrl, l.utm,
    l.created_at AS createdAt, l.paused_at AS pausedAt, coalesce(t.visits, 0) AS visits,
    coalesce(t.conversions, 0) AS conversions, coalesce(c.size - 1, 0) AS shares
  FROM links l
  LEFT JOIN touches t ON t.workspace_id = l.workspace_id AND t.campaign_id = l.campaign_id AND t.code = l.code
  LEFT JOIN cascades c ON c.workspace_id = l.workspace_id AND c.campaign_id = l.campaign_id AND c.root = l.code
  WHERE l.workspace_id = ? AND l.campaign_id = ?
  ORDER BY l.id DESC`;

/** The links that a campaign's team handed out, the newest first, each with what came of it. */
export function listLinks(
  scope: Scope<"campaigns.read">,
  { campaignId }: { campaignId: number },
): ListedLink[] {
  const rows = prepare(databaseOf(scope).$client, SQL).all(scope.workspaceId, campaignId);
  return (rows as (ListedLink & { utm: string })[]).map((row) => ({
    ...row,
    utm: JSON.parse(row.utm) as Utm,
  }));
}
