import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import { CYCLE, ORPHAN } from "#lib/cascade/forest.ts";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";

const SHARER_VISITS = `
  SELECT sum(t.visits) FROM touches AS t
  JOIN shares AS s INDEXED BY shares_code USING (workspace_id, campaign_id, code)
  WHERE t.workspace_id = ? AND t.campaign_id = ? AND (s.parent IS NOT NULL OR s.faults & ${ORPHAN | CYCLE})`;

// `touches` holds the journal's sums by code: reading it costs the cascade, not the campaign's whole journal.
const CONVERSIONS = `
  SELECT s.code, t.conversions, t.value_micros / 1e6 AS value
  FROM shares s INDEXED BY shares_root JOIN touches t
    ON t.workspace_id = s.workspace_id AND t.campaign_id = s.campaign_id AND t.code = s.code
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.root = ? AND t.conversions > 0
  ORDER BY s.code`;

// A share is confirmed by whoever came of it, whether that visit or the next share was recorded.
const CONFIRMED = `SELECT count(*) FROM shares s
  LEFT JOIN touches t ON t.workspace_id = s.workspace_id AND t.campaign_id = s.campaign_id AND t.code = s.code
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND (s.children > 0 OR t.visits > 0)`;

/** Visits through the codes of shares that are no seeds; null when no visit was recorded. */
export function countSharerVisits(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): number | null {
  return prepare($client, SHARER_VISITS).pluck().get(workspaceId, campaignId) as number | null;
}

/** Conversions through the shares of a cascade; shares without any are left out. */
export function readConversionsOfCascade(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
  root: string,
): ShareConversions[] {
  return prepare($client, CONVERSIONS).all(workspaceId, campaignId, root) as ShareConversions[];
}

/** Shares of which somebody is known to have come. */
export function countConfirmedShares(
  { $client }: IntisharDatabase,
  { workspaceId, campaignId }: CampaignKey,
): number {
  return prepare($client, CONFIRMED).pluck().get(workspaceId, campaignId) as number;
}
