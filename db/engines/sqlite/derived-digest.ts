import { createHash } from "node:crypto";
import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { DERIVED_TABLES } from "./rebuild-campaign.ts";

const KEYS: Readonly<Record<(typeof DERIVED_TABLES)[number], string>> = {
  shares: "code",
  cascades: "root",
  persons: "person",
  touches: "code",
  hourly_counts: "hour, kind, channel, generation",
  held_back_shares: "code",
};

/**
 * SHA-256, in hex, over all that is derived of a campaign: the rows of each derived table in the order of
 * its key. Equal digests mean equal rows, byte for byte. Memory does not grow with the campaign.
 */
export function derivedDigest(client: Database.Database, { workspaceId, campaignId }: CampaignKey): string {
  const hash = createHash("sha256");
  for (const table of DERIVED_TABLES) {
    const rows = client.prepare<[number, number]>(
      `SELECT * FROM ${table} WHERE workspace_id = ? AND campaign_id = ? ORDER BY ${KEYS[table]}`,
    );
    hash.update(`${table}\n`);
    for (const row of rows.raw().iterate(workspaceId, campaignId)) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest("hex");
}
