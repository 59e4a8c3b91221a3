import type Database from "better-sqlite3";
import type { EventKind } from "#lib/domain/event.ts";
import type { CampaignKey } from "./campaign-key.ts";
import { prepare } from "./prepare.ts";

const HOUR = 3_600_000;

/** Generations from here on are counted as one: a chain of thousands must not make thousands of series. */
export const GENERATION_MAX = 20;

/** Counts by hour, kind, channel and generation, gathered in memory and written once a batch. */
export class HourlyTally {
  private readonly counts = new Map<string, number>();

  add(at: number, kind: EventKind, channel: string, generation: number, count: 1 | -1): void {
    const key = `${Math.floor(at / HOUR)}\n${kind}\n${Math.min(generation, GENERATION_MAX)}\n${channel}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + count);
  }

  write(client: Database.Database, { workspaceId, campaignId }: CampaignKey): void {
    const upsert = prepare(
      client,
      `INSERT INTO hourly_counts (workspace_id, campaign_id, hour, kind, channel, generation, count)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    );
    const drop = prepare(
      client,
      `DELETE FROM hourly_counts
       WHERE workspace_id = ? AND campaign_id = ? AND hour = ? AND kind = ? AND channel = ? AND generation = ?
         AND count = 0`,
    );
    for (const [key, count] of this.counts) {
      if (count === 0) continue;
      const [hour, kind, generation, channel] = key.split("\n");
      const row = [workspaceId, campaignId, Number(hour), kind, channel, Number(generation)];
      upsert.run(...row, count);
      // A cell that fell to zero must vanish, as it would never have been in a rebuild.
      if (count < 0) drop.run(...row);
    }
    this.counts.clear();
  }
}
