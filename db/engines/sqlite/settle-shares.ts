import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { SettlingStep } from "#db/engines/event-store.ts";
import { prepare } from "#db/prepare.ts";
import { Pruning } from "#lib/cascade/pruning.ts";
import { CascadeSurveys } from "./cascade-surveys.ts";
import { HourlyTally } from "./hourly-tally.ts";
import { SqliteForestStore } from "./sqlite-forest-store.ts";
import { surveyedSlice } from "./surveyed-slice.ts";
import { WriteSlices } from "./write-slices.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const UNSETTLED =
  "SELECT DISTINCT workspace_id AS workspaceId, campaign_id AS campaignId FROM held_back_shares";
const NEXT = `SELECT code FROM held_back_shares WHERE ${CAMPAIGN} AND code > ? ORDER BY code LIMIT ?`;
const SETTLED = `DELETE FROM held_back_shares WHERE ${CAMPAIGN} AND code = ?`;

const AT_ONCE = 64;

/** Campaigns with shares that are held back. */
export function listUnsettled(client: Database.Database): CampaignKey[] {
  return prepare(client, UNSETTLED).all() as CampaignKey[];
}

/** How many shares are held back. */
export function countHeldBack(client: Database.Database): number {
  return prepare(client, "SELECT count(*) FROM held_back_shares").pluck().get() as number;
}

/**
 * Settles what is held back of a campaign, a slice at a time; see `EventStore.settle`. Ends when nothing is.
 * @param now milliseconds, of a clock that only goes forward
 */
export function* settleShares(
  client: Database.Database,
  key: CampaignKey,
  now: () => number,
): Generator<SettlingStep> {
  const slices = new WriteSlices(client, now);
  const settling = new Settling(client, key, slices);
  try {
    while (settling.isLeft()) {
      settling.takeSlice();
      yield { heldMs: slices.takeLongest() };
    }
  } finally {
    slices.end();
  }
}

class Settling {
  readonly surveys: CascadeSurveys;
  private readonly key: readonly [number, number];

  constructor(
    private readonly client: Database.Database,
    private readonly campaign: CampaignKey,
    readonly slices: WriteSlices,
  ) {
    this.key = [campaign.workspaceId, campaign.campaignId];
    this.surveys = new CascadeSurveys(client, campaign);
  }

  isLeft(): boolean {
    return this.next("", 1).length > 0;
  }

  takeSlice(): void {
    surveyedSlice(this.client, this.campaign, this, (surveys) => {
      const hourly = new HourlyTally();
      const store = new SqliteForestStore(this.client, this.campaign, hourly, surveys);
      const pruning = new Pruning(store, this.slices.room, (piece) => store.holdBack(piece));
      this.settleSome(pruning);
      pruning.flush();
      hourly.write(this.client, this.campaign);
    });
  }

  private settleSome(pruning: Pruning): void {
    for (let after = ""; ; ) {
      const codes = this.next(after, AT_ONCE);
      if (codes.length === 0) return;
      for (const code of codes) {
        if (!pruning.settle(code)) return;
        prepare(this.client, SETTLED).run(...this.key, code);
        if (pruning.isSpent || this.slices.isOver) return;
        after = code;
      }
    }
  }

  private next(after: string, limit: number): string[] {
    return prepare(this.client, NEXT)
      .pluck()
      .all(...this.key, after, limit) as string[];
  }
}
