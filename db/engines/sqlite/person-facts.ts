import type Database from "better-sqlite3";
import { prepare } from "#db/prepare.ts";
import { IS_KEPT, OF_PEOPLE, SCANNED_EVENTS, TOUCH_VIA } from "./effective-events.ts";
import type { Retraction } from "./retraction.ts";

const TABLES = `
  CREATE TEMP TABLE IF NOT EXISTS retracted_persons (
    retraction INTEGER, person TEXT, PRIMARY KEY (retraction, person)) WITHOUT ROWID;
  CREATE TEMP TABLE IF NOT EXISTS person_facts (
    retraction INTEGER, person TEXT, at INTEGER, id TEXT, seq INTEGER, via TEXT,
    PRIMARY KEY (retraction, person, at, id, seq)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS temp.person_touches
    ON person_facts (retraction, person, at, id) WHERE via IS NOT NULL`;
const CLEAR = [
  "DELETE FROM retracted_persons WHERE retraction = @number",
  "DELETE FROM person_facts WHERE retraction = @number",
];

const CAMPAIGN = "workspace_id = @workspaceId AND campaign_id = @campaignId";
const RANGE =
  "j.workspace_id = @workspaceId AND j.campaign_id = @campaignId AND j.seq > @after AND j.seq <= @upTo";
/** What the fold tells persons of events. */
const factsOf = (events: string) => `
  SELECT j.person, j.occurred_at AS at, j.event_id AS id, j.seq, ${TOUCH_VIA} AS via
  FROM ${SCANNED_EVENTS} WHERE ${RANGE} AND ${IS_KEPT} AND ${OF_PEOPLE} ${events}`;
const ADD_PERSONS = `INSERT OR IGNORE INTO retracted_persons
  SELECT @number, person FROM (${factsOf("AND (j.import_id = @importId OR l.import_id = @importId)")})`;
const ADD_FACTS = `
  INSERT OR REPLACE INTO person_facts SELECT @number, f.person, f.at, f.id, f.seq, f.via FROM (${factsOf("")}) AS f
  WHERE EXISTS (SELECT 1 FROM retracted_persons AS p WHERE p.retraction = @number AND p.person = f.person)`;

const COLUMNS = "seq, event_id AS id, amends, received_at AS receivedAt";
const NEWEST = `SELECT ${COLUMNS} FROM journal WHERE ${CAMPAIGN} ORDER BY seq DESC LIMIT 1`;
const PAGE_END = `SELECT * FROM (
    SELECT ${COLUMNS} FROM journal WHERE ${CAMPAIGN} AND seq > @after ORDER BY seq LIMIT @page)
  ORDER BY seq DESC LIMIT 1`;
const STANDS = `SELECT 1 FROM journal WHERE ${CAMPAIGN} AND seq = @seq
  AND event_id = @id AND amends = @amends AND received_at = @receivedAt`;

// Somebody else's undo may have taken a fact's event out of the journal meanwhile.
const FACT = `person_facts AS f WHERE f.retraction = @number AND f.person = @person
  AND EXISTS (SELECT 1 FROM journal AS j WHERE j.workspace_id = @workspaceId AND j.campaign_id = @campaignId
    AND j.seq = f.seq AND j.event_id = f.id AND ${IS_KEPT})`;
const FIRST_AT = `SELECT f.at FROM ${FACT} ORDER BY f.at LIMIT 1`;
const LAST_AT = `SELECT f.at FROM ${FACT} ORDER BY f.at DESC LIMIT 1`;
const TOUCH = `SELECT f.at, f.id, f.via FROM ${FACT} AND f.via IS NOT NULL AND f.seq <> @seq
  ORDER BY f.at, f.id LIMIT 1`;
const NOTE = `INSERT OR REPLACE INTO person_facts SELECT @number, @person, @at, @id, @seq, @via
  WHERE EXISTS (SELECT 1 FROM retracted_persons WHERE retraction = @number AND person = @person)`;
const FORGET = `DELETE FROM person_facts
  WHERE retraction = @number AND person = @person AND at = @at AND id = @id AND seq = @seq`;

const PAGE = 20_000;

/** What an event says of a person, the campaign's own words for it left out. */
export interface PersonFact {
  readonly person: string;
  readonly at: number;
  readonly id: string;
  readonly seq: number;
}

/** A visit that says who brought a person. */
export interface Touch {
  readonly at: number;
  readonly id: string;
  readonly via: string;
}

/** A record of the journal. */
interface JournalRecord {
  readonly seq: number;
  readonly id: string;
  readonly amends: number;
  readonly receivedAt: number;
}

/** Somebody took back the newest record that was known: those appended since may bear numbers that were read. */
export class JournalChanged extends Error {}

/**
 * All events of the persons whom a retraction is about, by time: the journal has no such order, and what is first and
 * last of a person must be known anew with each event that goes. Kept in temporary tables, as `RetractedEvents` are.
 */
export class PersonFacts {
  /** Up to it, all is known. */
  private newest: JournalRecord | undefined;

  constructor(
    private readonly client: Database.Database,
    private readonly retraction: Retraction,
  ) {
    client.exec(TABLES);
  }

  /** Reads them, a page of the journal at a time, without the write lock. @throws JournalChanged */
  *gather(): Generator<void> {
    this.clear();
    const top = this.record(NEWEST)?.seq ?? 0;
    for (let after = 0; after < top; after += PAGE) {
      this.run(ADD_PERSONS, { after, upTo: after + PAGE });
      yield;
    }
    // What is appended meanwhile is for `catchUp`, or there would be no end to it.
    while ((this.newest?.seq ?? 0) < top && this.readPage()) yield;
  }

  /** Within a transaction: learns what was appended since. @throws JournalChanged */
  catchUp(): void {
    this.learn(this.record(NEWEST));
  }

  /** After the last write of a transaction: what `commit` is to be told when that is stored. */
  newestRecord(): JournalRecord | undefined {
    return this.record(NEWEST);
  }

  committed(newest: JournalRecord | undefined): void {
    this.newest = newest;
  }

  /** First and last instant of a person's events; null when none is left. */
  boundsOf(person: string): { firstAt: number; lastAt: number } | null {
    const at = (sql: string) =>
      prepare(this.client, sql)
        .pluck()
        .get({ ...this.retraction, person }) as number | undefined;
    const firstAt = at(FIRST_AT);
    return firstAt === undefined ? null : { firstAt, lastAt: at(LAST_AT) ?? firstAt };
  }

  /** A person's first touch when the event with number `seq` is left out. */
  touchWithout({ person, seq }: Pick<PersonFact, "person" | "seq">): Touch | null {
    const touch = prepare(this.client, TOUCH).get({ ...this.retraction, person, seq }) as Touch | undefined;
    return touch ?? null;
  }

  /** What an event says of a person now that it rests on other records. */
  note(fact: PersonFact & { readonly via: string | null }): void {
    this.run(NOTE, fact);
  }

  forget(fact: PersonFact): void {
    this.run(FORGET, fact);
  }

  clear(): void {
    this.newest = undefined;
    for (const sql of CLEAR) this.run(sql, {});
  }

  /** @returns false where the journal ends */
  private readPage(): boolean {
    // Both reads as of one instant; nobody is held up, since what is written is temporary.
    prepare(this.client, "BEGIN").run();
    try {
      const end = this.record(PAGE_END, { after: this.newest?.seq ?? 0, page: PAGE });
      this.learn(end ?? this.newest);
      this.newest = end ?? this.newest;
      return end !== undefined;
    } finally {
      prepare(this.client, "COMMIT").run();
    }
  }

  private learn(upTo: JournalRecord | undefined): void {
    const { newest } = this;
    if (newest !== undefined && this.record(STANDS, newest) === undefined)
      throw new JournalChanged("the newest known record of the journal is gone");
    const after = newest?.seq ?? 0;
    if (upTo !== undefined && upTo.seq > after) this.run(ADD_FACTS, { after, upTo: upTo.seq });
  }

  private record(sql: string, values: object = {}): JournalRecord | undefined {
    return prepare(this.client, sql).get({ ...this.retraction, ...values }) as JournalRecord | undefined;
  }

  private run(sql: string, values: object): void {
    prepare(this.client, sql).run({ ...this.retraction, ...values });
  }
}
