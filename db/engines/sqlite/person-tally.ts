import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { ChangedVia } from "#lib/cascade/rebuild-cascades.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { refreshPersons } from "./refresh-persons.ts";

interface Tally {
  firstAt: number;
  lastAt: number;
  shares: number;
  visits: number;
  conversions: number;
  touchAt: number | null;
  touchId: string | null;
  touchVia: string | null;
}

type FoldedFact = Pick<
  CampaignEvent,
  "id" | "kind" | "person" | "via" | "arrives" | "occurredAt" | "verified"
>;

/** What a batch says about persons, gathered in memory and written once. */
export class PersonTally {
  private readonly tallies = new Map<string, Tally>();
  /** Of whom something was taken back: what is first and last of them is read anew. */
  private readonly stale = new Set<string>();

  add({ id, kind, person, via, arrives, verified, occurredAt: at }: FoldedFact, sign: 1 | -1 = 1): void {
    if (sign < 0) this.stale.add(person);
    let tally = this.tallies.get(person);
    if (tally === undefined) {
      const counts = { shares: 0, visits: 0, conversions: 0 };
      tally = { firstAt: at, lastAt: at, ...counts, touchAt: null, touchId: null, touchVia: null };
      this.tallies.set(person, tally);
    }
    tally.firstAt = Math.min(tally.firstAt, at);
    tally.lastAt = Math.max(tally.lastAt, at);
    if (kind === "share") tally.shares += sign;
    if (kind === "conversion") tally.conversions += sign;
    if (kind !== "visit" && !arrives) return;
    tally.visits += sign;
    if (sign < 0) return;
    // What nobody vouches for must not decide whose child a share is.
    if (via !== null && verified && isEarlier(at, id, tally)) {
      tally.touchAt = at;
      tally.touchId = id;
      tally.touchVia = via;
    }
  }

  /** @returns shares already folded whose parent another first touch changes */
  write(client: Database.Database, { workspaceId, campaignId }: CampaignKey): ChangedVia[] {
    const upsert = prepare(client, UPSERT);
    const hasOpen = prepare(client, HAS_OPEN_SHARES).get(workspaceId, campaignId) !== undefined;
    const open = prepare(client, OPEN_SHARES);
    const changed: ChangedVia[] = [];
    // In the order of the key, neighbours find their page still at hand.
    for (const person of [...this.tallies.keys()].sort()) {
      const tally = this.tallies.get(person);
      if (tally === undefined) continue;
      upsert.run(
        workspaceId,
        campaignId,
        person,
        tally.firstAt,
        tally.lastAt,
        tally.shares,
        tally.visits,
        tally.conversions,
        tally.touchAt,
        tally.touchId,
        tally.touchVia,
      );
    }
    if (this.stale.size > 0) refreshPersons(client, { workspaceId, campaignId }, [...this.stale]);
    for (const [person, { touchAt }] of this.tallies) {
      if (!hasOpen || (touchAt === null && !this.stale.has(person))) continue;
      for (const row of open.all(workspaceId, campaignId, person) as OpenShare[]) {
        const via = row.touchAt !== null && row.touchAt <= row.at ? row.touchVia : null;
        const evidence = via === null ? null : "touch";
        if (via !== row.via) changed.push({ code: row.code, via, evidence, seedKind: null });
      }
    }
    this.tallies.clear();
    this.stale.clear();
    return changed;
  }
}

interface OpenShare {
  code: string;
  via: string | null;
  at: number;
  touchAt: number | null;
  touchVia: string | null;
}

function isEarlier(at: number, id: string, { touchAt, touchId }: Tally): boolean {
  if (touchAt === null || touchId === null || at < touchAt) return true;
  // Two touches of one instant: the smaller id, so that arrival order does not matter; smaller as SQLite compares.
  return at === touchAt && Buffer.compare(Buffer.from(id), Buffer.from(touchId)) < 0;
}

const EARLIER = `excluded.touch_at IS NOT NULL AND
  (touch_at IS NULL OR (excluded.touch_at, excluded.touch_id) < (touch_at, touch_id))`;

const UPSERT = `INSERT INTO persons (workspace_id, campaign_id, person, first_at, last_at, shares, visits,
    conversions, touch_at, touch_id, touch_via)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET
    first_at = min(first_at, excluded.first_at),
    last_at = max(last_at, excluded.last_at),
    shares = shares + excluded.shares,
    visits = visits + excluded.visits,
    conversions = conversions + excluded.conversions,
    touch_via = CASE WHEN ${EARLIER} THEN excluded.touch_via ELSE touch_via END,
    touch_id = CASE WHEN ${EARLIER} THEN excluded.touch_id ELSE touch_id END,
    touch_at = CASE WHEN ${EARLIER} THEN excluded.touch_at ELSE touch_at END`;

const HAS_OPEN_SHARES = `SELECT 1 FROM shares INDEXED BY shares_open
  WHERE workspace_id = ? AND campaign_id = ? AND seed_kind IS NULL AND (evidence IS NULL OR evidence = 'touch') LIMIT 1`;

const OPEN_SHARES = `SELECT s.code, s.via, s.at, p.touch_at AS touchAt, p.touch_via AS touchVia
  FROM shares AS s INDEXED BY shares_open
  LEFT JOIN persons AS p USING (workspace_id, campaign_id, person)
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.person = ?
    AND s.seed_kind IS NULL AND (s.evidence IS NULL OR s.evidence = 'touch')`;
