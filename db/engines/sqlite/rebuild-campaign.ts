import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { EFFECTIVE, EFFECTIVE_EVENTS, IS_KEPT } from "./effective-events.ts";
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

type StoredEvent = Omit<FoldedEvent, "attributes"> & { seq: number; country: string | null };

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
    `SELECT j.seq, j.event_id AS id, j.kind, j.person, ${EFFECTIVE.via} AS via, ${EFFECTIVE.arrives} AS arrives,
       j.code, j.channel, j.mode, ${EFFECTIVE.seedKind} AS seedKind, j.variant, j.occurred_at AS occurredAt,
       j.value_micros / 1e6 AS value, ${EFFECTIVE.verified} AS verified, j.label,
       json_extract(j.attributes, '$.country') AS country
     FROM ${EFFECTIVE_EVENTS}
     WHERE j.workspace_id = ? AND j.campaign_id = ? AND ${IS_KEPT} AND j.seq > ? ORDER BY j.seq LIMIT ${BATCH}`,
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
    foldEvents(client, key, rows, []);
    after = last.seq;
  }
}
