import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { ListedLink } from "#lib/domain/link.ts";
import { ChannelNames } from "../channel-names.ts";

type LinkRow = Omit<ListedLink, "utm"> & { readonly utm: string };

const LINKS = `
  SELECT l.id, l.code, l.name, l.channel, l.seed_kind AS seedKind, l.target_url AS targetUrl, l.utm,
    l.created_at AS createdAt, l.paused_at AS pausedAt, coalesce(t.visits, 0) AS visits,
    coalesce(t.conversions, 0) AS conversions, coalesce(c.size - 1, 0) AS shares
  FROM links l
  LEFT JOIN touches t ON t.workspace_id = l.workspace_id AND t.campaign_id = l.campaign_id AND t.code = l.code
  LEFT JOIN cascades c ON c.workspace_id = l.workspace_id AND c.campaign_id = l.campaign_id AND c.root = l.code
  WHERE l.workspace_id = ? AND l.campaign_id = ?
  ORDER BY l.id DESC`;

const TARGET = `SELECT l.target_url AS targetUrl FROM shares s
  LEFT JOIN links l ON l.workspace_id = s.workspace_id AND l.campaign_id = s.campaign_id AND l.code = s.root
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.code = ?`;

/** Links of a campaign, the newest first, with what came of each; `utm` as JSON. */
export function readLinks(db: IntisharDatabase, { workspaceId, campaignId }: CampaignKey): LinkRow[] {
  const rows = prepare(db.$client, LINKS).all(workspaceId, campaignId) as LinkRow[];
  return new ChannelNames(db, workspaceId).in(rows);
}

/** The target of the link at the root of a share's cascade, null for one without; undefined for an unknown share. */
export function findShareTarget(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  code: string,
): { targetUrl: string | null } | undefined {
  return prepare($client, TARGET).get(workspaceId, campaignId, code) as
    | { targetUrl: string | null }
    | undefined;
}
