import type Database from "better-sqlite3";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { LENDS } from "./records.ts";
import type { Retraction } from "./retraction.ts";

const TABLE = `CREATE TEMP TABLE IF NOT EXISTS retracted_events (
  retraction INTEGER, stage INTEGER, root TEXT, height INTEGER, seq INTEGER,
  PRIMARY KEY (retraction, stage, root, height, seq)) WITHOUT ROWID`;
const CLEAR = "DELETE FROM retracted_events WHERE retraction = @number";
const TOP = "SELECT max(seq) FROM journal WHERE workspace_id = @workspaceId AND campaign_id = @campaignId";
// What is not kept goes first, then what lends a parent, then shares, the deepest first: so no record takes another's
// place that is to go itself, and no subtree moves. In the order of the file: by an index every row would be looked up by itself.
const ADD = `
  INSERT INTO retracted_events
  SELECT @number, CASE WHEN j.amends > ${LENDS} THEN 0 WHEN j.amends = ${LENDS} THEN 1 WHEN s.code IS NULL THEN 3 ELSE 2 END, coalesce(s.root, ''), coalesce(-s.depth, 0), j.seq
  FROM journal AS j NOT INDEXED
  LEFT JOIN shares AS s INDEXED BY shares_code ON j.kind = 'share' AND j.label IS NULL
    AND s.workspace_id = j.workspace_id AND s.campaign_id = j.campaign_id AND s.code = j.code
  WHERE j.workspace_id = @workspaceId AND j.campaign_id = @campaignId AND j.seq > @after AND j.seq <= @upTo
    AND j.import_id = @importId`;
const NEXT = `
  SELECT e.stage, e.root, e.height, e.seq, j.event_id AS id, j.amends, j.kind, j.label, j.code,
    (SELECT min(c.import_id) FROM journal_claims AS c
      WHERE c.workspace_id = @workspaceId AND c.campaign_id = @campaignId AND c.seq = e.seq) AS heir
  FROM retracted_events AS e LEFT JOIN journal AS j
    ON j.workspace_id = @workspaceId AND j.campaign_id = @campaignId AND j.seq = e.seq AND j.import_id = @importId
  WHERE e.retraction = @number ORDER BY e.stage, e.root, e.height, e.seq LIMIT @limit`;
const SETTLE = `DELETE FROM retracted_events
  WHERE retraction = @number AND stage = @stage AND root = @root AND height = @height AND seq = @seq`;

const PAGE = 20_000;

/** Where an event stands in the order in which they go. */
interface Place {
  readonly stage: number;
  readonly root: string;
  readonly height: number;
  readonly seq: number;
}

/** A record as it is found again. */
export interface JournalRecord extends Pick<CampaignEvent, "id" | "kind" | "code" | "label"> {
  readonly seq: number;
  readonly amends: number;
}

/** A record that is to go. */
export interface RetractedEvent {
  readonly place: Place;
  /** Null when it is gone, or another's, by now. */
  readonly event: JournalRecord | null;
  /** The import that brought it too, and gets it; null for none. */
  readonly heir: number | null;
}

/**
 * Which events of an import are left to be taken back, and in which order. Kept in a temporary table: writing to it
 * holds nobody up, and within a transaction it is rolled back with the rest.
 */
export class RetractedEvents {
  constructor(
    private readonly client: Database.Database,
    private readonly retraction: Retraction,
  ) {
    client.exec(TABLE);
  }

  /** Finds them, a page of the journal at a time, without the write lock. */
  *gather(): Generator<void> {
    this.clear();
    const top = prepare(this.client, TOP).pluck().get(this.retraction) as number | null;
    for (let after = 0; after < (top ?? 0); after += PAGE) {
      prepare(this.client, ADD).run({ ...this.retraction, after, upTo: after + PAGE });
      yield;
    }
  }

  count(): number {
    const count = "SELECT count(*) FROM retracted_events WHERE retraction = @number";
    return prepare(this.client, count).pluck().get(this.retraction) as number;
  }

  next(limit: number): RetractedEvent[] {
    const rows = prepare(this.client, NEXT).all({ ...this.retraction, limit }) as StoredRow[];
    return rows.map(({ stage, root, height, seq, heir, id, ...rest }) => ({
      place: { stage, root, height, seq },
      heir,
      event: id === null ? null : { ...rest, id, seq },
    }));
  }

  /** Nothing is left to do about an event. */
  settle(place: Place): void {
    prepare(this.client, SETTLE).run({ ...this.retraction, ...place });
  }

  clear(): void {
    prepare(this.client, CLEAR).run(this.retraction);
  }
}

type StoredRow = Place & { readonly heir: number | null; readonly id: string | null } & Omit<
    JournalRecord,
    "id"
  >;
