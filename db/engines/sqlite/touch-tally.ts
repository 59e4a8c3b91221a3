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

  addVisit(code: string): void {
    this.of(code).visits += 1;
  }

  addConversion(code: string, valueMicros: number): void {
    const tally = this.of(code);
    tally.conversions += 1;
    tally.valueMicros += valueMicros;
  }

  write(client: Database.Database, { workspaceId, campaignId }: CampaignKey): void {
    const upsert = prepare(client, UPSERT);
    for (const [code, tally] of this.tallies)
      upsert.run(workspaceId, campaignId, code, tally.visits, tally.conversions, tally.valueMicros);
    this.tallies.clear();
  }
}

const UPSERT = `INSERT INTO touches (workspace_id, campaign_id, code, visits, conversions, value_micros)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET visits = visits + excluded.visits,
    conversions = conversions + excluded.conversions,
    value_micros = value_micros + excluded.value_micros`;
