import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";

interface Tally {
  visits: number;
  conversions: number;
  valueMicros: number;
}

/** What came through each code, gathered in memory and written once a batch. */
export class TouchTally {
  private readonly tallies = new Map<string, Tally>();

  private of(code: string): Tally {
    let tally = this.tallies.get(code);
    if (tally === undefined) {
      tally = { visits: 0, conversions: 0, valueMicros: 0 };
      this.tallies.set(code, tally);
    }
    return tally;
  }

  addVisit(code: string, count: 1 | -1 = 1): void {
    this.of(code).visits += count;
  }

  addConversion(code: string, valueMicros: number, count: 1 | -1 = 1): void {
    const tally = this.of(code);
    tally.conversions += count;
    tally.valueMicros += count * valueMicros;
  }

  write(client: Database.Database, { workspaceId, campaignId }: CampaignKey): void {
    const upsert = prepare(client, UPSERT);
    const drop = prepare(client, DROP);
    for (const [code, { visits, conversions, valueMicros }] of this.tallies) {
      upsert.run(workspaceId, campaignId, code, visits, conversions, valueMicros);
      // A code that nothing came through must vanish, as it would never have been in a rebuild.
      if (visits < 0 || conversions < 0) drop.run(workspaceId, campaignId, code);
    }
    this.tallies.clear();
  }
}

const UPSERT = `INSERT INTO touches (workspace_id, campaign_id, code, visits, conversions, value_micros)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET visits = visits + excluded.visits,
    conversions = conversions + excluded.conversions,
    value_micros = value_micros + excluded.value_micros`;

const DROP = `DELETE FROM touches
  WHERE workspace_id = ? AND campaign_id = ? AND code = ? AND visits = 0 AND conversions = 0`;
