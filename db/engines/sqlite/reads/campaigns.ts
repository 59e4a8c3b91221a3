import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignTally } from "#lib/answers/workspace.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import type { CampaignSort } from "#lib/domain/campaign-list.ts";

/** What a list is sorted by: upwards, null last. */
const RANK: Readonly<Record<Exclude<CampaignSort, "k">, string>> = {
  recent: "-coalesce(lastShareAt, created_at)",
  // The bytes of the name, Latin letters in one case.
  name: "hex(lower(name))",
  sharers: "-sharers",
  shares: "-shares",
};

const NEXT = `
  WITH found AS (
    SELECT * FROM campaigns
    WHERE workspace_id = @workspaceId AND id > @after AND (archived_at IS NOT NULL) = @archived
      AND (@search = '' OR instr(lower(name), lower(@search)) > 0)
    ORDER BY id LIMIT 1
  ),
  forest AS (
    SELECT coalesce(sum(size), 0) AS shares, max(last_at) AS lastShareAt
    FROM cascades WHERE workspace_id = @workspaceId AND campaign_id = (SELECT id FROM found)
  ),
  sharing AS (
    SELECT count(*) AS sharers FROM persons
    WHERE workspace_id = @workspaceId AND campaign_id = (SELECT id FROM found) AND shares > 0
  ),
  listed AS (SELECT id, name, tool, simulated, created_at, forest.*, sharers FROM found, forest, sharing)`;

const SQL_OF = (sort: Exclude<CampaignSort, "k">) => `${NEXT} SELECT *, ${RANK[sort]} AS rank FROM listed`;

const TALLIES = `
  WITH forest AS (
    SELECT campaign_id, sum(size) AS shares FROM cascades WHERE workspace_id = @workspaceId GROUP BY campaign_id
  ),
  sharing AS (
    SELECT campaign_id, count(*) AS sharers FROM persons
    WHERE workspace_id = @workspaceId AND shares > 0 GROUP BY campaign_id
  )
  SELECT id, name, tool, coalesce(shares, 0) AS shares, coalesce(sharers, 0) AS sharers
  FROM campaigns LEFT JOIN forest ON forest.campaign_id = id LEFT JOIN sharing ON sharing.campaign_id = id
  WHERE workspace_id = @workspaceId AND archived_at IS NULL ORDER BY shares DESC, id`;

// Events are only ever appended, but for an import that is undone or fails, step by step; and shares that were held
// back are settled, to the last.
const REVISION = `
  SELECT json_object(
    'seq', (SELECT max(seq) FROM journal WHERE workspace_id = c.workspace_id AND campaign_id = c.id),
    'heldBack', (SELECT count(*) FROM (SELECT 1 FROM held_back_shares
      WHERE workspace_id = c.workspace_id AND campaign_id = c.id LIMIT 1000)),
    'channels', (SELECT json_array(count(*), max(created_at), sum(created_at)) FROM channel_merges
      WHERE workspace_id = c.workspace_id),
    'created', c.created_at, 'currency', c.currency,
    'imports', (SELECT json_group_array(id || status || iif(status = 'undoing', bytes_read, '')) FROM imports
      WHERE workspace_id = c.workspace_id AND campaign_id = c.id))
  FROM campaigns AS c WHERE c.workspace_id = ? AND c.id = ?`;

const STARTS = `
  SELECT * FROM (
    SELECT workspace_id AS workspaceId, id AS campaignId, (
      SELECT min(started_at) FROM cascades WHERE workspace_id = c.workspace_id AND campaign_id = c.id
    ) AS startedAt
    FROM campaigns AS c WHERE archived_at IS NULL
  ) WHERE startedAt > ? ORDER BY startedAt, workspaceId, campaignId`;

/** A campaign with how far it has spread, and its place in a list: upwards, null last. */
interface NextCampaign {
  readonly id: number;
  readonly name: string;
  readonly tool: Tool;
  readonly simulated: 0 | 1;
  readonly shares: number;
  readonly sharers: number;
  readonly lastShareAt: number | null;
  readonly rank: number | string | null;
}

/**
 * The next of a workspace's campaigns by id; undefined after the last.
 * @param query.search part of a name; letters of the Latin alphabet match in either case. "" for every one
 */
export function readNextCampaign(
  { $client }: IntisharDatabase,
  workspaceId: number,
  {
    search,
    sort,
    archived,
    after,
  }: {
    readonly search: string;
    readonly sort: Exclude<CampaignSort, "k">;
    readonly archived: boolean;
    readonly after: number;
  },
): NextCampaign | undefined {
  const bound = { workspaceId, search, archived: archived ? 1 : 0, after };
  return prepare($client, SQL_OF(sort)).get(bound) as NextCampaign | undefined;
}

/** When the campaigns of all workspaces began, archived ones left out, of those that began after an instant. */
export function readStarts(
  { $client }: IntisharDatabase,
  after: number,
): (CampaignKey & { readonly startedAt: number })[] {
  return prepare($client, STARTS).all(after) as (CampaignKey & { readonly startedAt: number })[];
}

/** Every campaign of a workspace that is not archived, with what it has come to, the most shares first. */
export function readTallies({ $client }: IntisharDatabase, workspaceId: number): CampaignTally[] {
  return prepare($client, TALLIES).all({ workspaceId }) as CampaignTally[];
}

/** A text that changes whenever the events of a campaign do, or what their values are worth; undefined without one. */
export function readRevision(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): string | undefined {
  return prepare($client, REVISION).pluck().get(workspaceId, campaignId) as string | undefined;
}
