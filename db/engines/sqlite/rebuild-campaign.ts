import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { amendmentOf } from "./amendment-of.ts";
import { type FoldedEvent, foldEvents } from "./fold-events.ts";
import { refreshStatistics } from "./refresh-statistics.ts";

/** Derived tables, in an order in which they can be emptied. */
export const DERIVED_TABLES = [
  "shares",
  "cascades",
  "persons",
  "touches",
  "hourly_counts",
  "held_back_shares",
] as const;

const BATCH = 20_000;

type StoredEvent = Omit<FoldedEvent, "attributes"> & { seq: number; amends: number; country: string | null };

/**
 * Drops everything derived of a campaign and folds its journal again, inside the caller's transaction.
 * Memory does not grow with the journal.
 */
export function rebuildCampaign(client: Database.Database, key: CampaignKey): void {
  const { workspaceId, campaignId } = key;
  refreshStatistics(client);
  // In the order of the rows; by an index, SQLite's own choice, each would be looked up by itself.
  for (const table of DERIVED_TABLES)
    prepare(client, `DELETE FROM ${table} NOT INDEXED WHERE workspace_id = ? AND campaign_id = ?`).run(
      workspaceId,
      campaignId,
    );
  const page = prepare(
    client,
    `SELECT seq, event_id AS id, amends, kind, person, via, arrives, code, channel, mode, seed_kind AS seedKind,
       variant, occurred_at AS occurredAt, value_micros / 1e6 AS value, verified, label,
       json_extract(attributes, '$.country') AS country
     FROM journal WHERE workspace_id = ? AND campaign_id = ? AND seq > ? ORDER BY seq LIMIT ${BATCH}`,
  );
  for (let after = 0; ; ) {
    const rows = (page.all(workspaceId, campaignId, after) as StoredEvent[]).map((row) =>
      Object.assign(row, {
        arrives: Boolean(row.arrives),
        verified: Boolean(row.verified),
        attributes: row.country === null ? null : { country: row.country },
      }),
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    foldEvents(
      client,
      key,
      rows.filter((row) => !row.amends),
      rows.flatMap((row) => (row.amends ? (amendmentOf(client, key, row) ?? []) : [])),
    );
    after = last.seq;
  }
}
