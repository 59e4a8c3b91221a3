import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import { EVENT_LABELS } from "#lib/domain/event.ts";
import type { LabelCount } from "#lib/domain/intake-report.ts";
import { ChannelNames } from "../channel-names.ts";

const CAMPAIGN = "workspace_id = @workspaceId AND campaign_id = @campaignId";

const EDGE = `SELECT hour FROM hourly_counts WHERE ${CAMPAIGN} ORDER BY hour`;

const PERSONS_SPAN = `SELECT min(first_at) AS first, max(last_at) AS last FROM persons WHERE ${CAMPAIGN}`;

const OF_KIND = `SELECT coalesce(sum(count), 0) FROM hourly_counts WHERE ${CAMPAIGN} AND kind = @kind`;

const LABELS = `
  SELECT kind AS label, channel AS agent, sum(count) AS count FROM hourly_counts
  WHERE ${CAMPAIGN} AND kind IN (${EVENT_LABELS.map((label) => `'${label}'`).join(", ")})
  GROUP BY kind, channel ORDER BY count DESC`;

const TOOL_CHANNELS = `
  SELECT c.id AS campaignId, c.tool, h.channel, sum(h.count) AS shares FROM hourly_counts AS h
  JOIN campaigns AS c ON c.workspace_id = h.workspace_id AND c.id = h.campaign_id
  WHERE h.workspace_id = ? AND h.kind = 'share' AND c.archived_at IS NULL
  GROUP BY c.id, h.channel`;

interface ToolChannel {
  readonly campaignId: number;
  readonly tool: Tool;
  readonly channel: string;
  readonly shares: number;
}

// Hours are counted from 1970, in UTC.

/** Hours of a campaign's first event and of its last; null before the first. */
export function readEventHours(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): { first: number; last: number } | null {
  const edge = (order: string) =>
    prepare($client, `${EDGE} ${order} LIMIT 1`).pluck().get({ workspaceId, campaignId }) as
      | number
      | undefined;
  const first = edge("ASC");
  const last = edge("DESC");
  return first === undefined || last === undefined ? null : { first, last };
}

/**
 * The instants of the first and the last event of anybody, UTC milliseconds; null before the first. Goes through all
 * persons of the campaign.
 */
export function readPersonsSpan(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): { first: number; last: number } | null {
  const found = prepare($client, PERSONS_SPAN).get({ workspaceId, campaignId }) as {
    first: number | null;
    last: number | null;
  };
  return found.first === null || found.last === null ? null : { first: found.first, last: found.last };
}

export function countOfKind(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  kind: string,
): number {
  return prepare($client, OF_KIND).pluck().get({ workspaceId, campaignId, kind }) as number;
}

/** Events that are counted apart, by what they are and who sent them, the most first. */
export function countLabels(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): LabelCount[] {
  return prepare($client, LABELS).all({ workspaceId, campaignId }) as LabelCount[];
}

/** Shares of a workspace's campaigns by campaign, with its tool, and channel; archived campaigns left out. */
export function countSharesByTool(db: IntisharDatabase, workspaceId: number): ToolChannel[] {
  const rows = prepare(db.$client, TOOL_CHANNELS).all(workspaceId) as ToolChannel[];
  return [...new ChannelNames(db, workspaceId).in(rows)];
}
