import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { CountedKind } from "#lib/domain/event.ts";
import { HOUR } from "#lib/time/lengths.ts";

/** Generations from here on are counted as one: a chain of thousands must not make thousands of series. */
export const GENERATION_MAX = 20;

const UPSERT = `INSERT INTO hourly_counts (workspace_id, campaign_id, hour, kind, channel, generation, count)
  VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count`;

const DROP = `DELETE FROM hourly_counts
  WHERE workspace_id = ? AND campaign_id = ? AND hour = ? AND kind = ? AND channel = ? AND generation = ?
    AND count = 0`;

/** Counts by hour, kind, channel and generation, gathered in memory and written once a batch. */
export class HourlyTally {
  /** By kind, then channel, then hour and generation in one number. */
  private readonly counts = new Map<CountedKind, Map<string, Map<number, number>>>();

  add(at: number, kind: CountedKind, channel: string, generation: number, count: 1 | -1): void {
    const cells = this.cellsOf(kind, channel);
    const cell = Math.floor(at / HOUR) * (GENERATION_MAX + 1) + Math.min(generation, GENERATION_MAX);
    cells.set(cell, (cells.get(cell) ?? 0) + count);
  }

  private cellsOf(kind: CountedKind, channel: string): Map<number, number> {
    let channels = this.counts.get(kind);
    if (channels === undefined) {
      channels = new Map();
      this.counts.set(kind, channels);
    }
    let cells = channels.get(channel);
    if (cells === undefined) {
      cells = new Map();
      channels.set(channel, cells);
    }
    return cells;
  }

  write(client: Database.Database, { workspaceId, campaignId }: CampaignKey): void {
    const upsert = prepare(client, UPSERT);
    const drop = prepare(client, DROP);
    for (const [kind, channels] of this.counts)
      for (const [channel, cells] of channels)
        for (const [cell, count] of cells) {
          if (count === 0) continue;
          const generation = cell % (GENERATION_MAX + 1);
          const hour = (cell - generation) / (GENERATION_MAX + 1);
          const row = [workspaceId, campaignId, hour, kind, channel, generation] as const;
          upsert.run(...row, count);
          // A cell that fell to zero must vanish, as it would never have been in a rebuild.
          if (count < 0) drop.run(...row);
        }
    this.counts.clear();
  }
}
