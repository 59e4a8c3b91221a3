import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { isShareRecord } from "#lib/domain/event-record.ts";
import type { ParentChoice, ParentMatches } from "#lib/domain/parent-report.ts";
import { keyOf, keysOf } from "#lib/sources/parent-keys.ts";

/** A share as others name it. */
export interface NamedShare {
  readonly code: string;
  readonly person: string;
  /** UTC milliseconds. */
  readonly at: number;
}

/**
 * Every share by its code and every stated parent, on disk so that memory does not grow with the file; lives in
 * the system's folder for temporary files until `close`. What it answers does not depend on the order of rows.
 */
export class ParentIndex {
  private readonly folder = mkdtempSync(join(tmpdir(), "intishar-parents-"));
  readonly path = join(this.folder, "parents.db");
  private readonly client = openIndex(this.path);
  private readonly insertShare = this.client.prepare(
    `INSERT INTO nodes VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET person = excluded.person, at = excluded.at WHERE (excluded.at, excluded.person) < (at, person)`,
  );
  private readonly insertParent = this.client.prepare(
    `INSERT INTO stated VALUES (?, 1, ?)
      ON CONFLICT DO UPDATE SET times = times + 1, since = min(since, excluded.since)`,
  );
  private roots = 0;

  addShare({ code, person, at }: NamedShare): void {
    this.insertShare.run(code, person, at);
  }

  /** Notes the shares among events as their rows state them. */
  addEvents(events: readonly CampaignEvent[]): void {
    for (const event of events) {
      const { code, person, via, occurredAt } = event;
      if (!isShareRecord(event) || code === null) continue;
      this.insertShare.run(code, person, occurredAt);
      if (via === null) this.roots += 1;
      else this.insertParent.run(via, occurredAt);
    }
  }

  /** Whether no row says that nobody brought its person, as in a list of edges. */
  get statesNoRoot(): boolean {
    return this.roots === 0;
  }

  /** How many shares state a parent, and of how many it is no share's code. */
  countStated(): { stated: number; unknown: number } {
    return { stated: this.sum(OF_STATED), unknown: this.sum(OF_UNKNOWN) };
  }

  /** Lays down what a resolver needs to find parents as they were chosen to be meant. */
  layKeys({ is, ignore }: ParentChoice): void {
    this.client.function("key_of", { deterministic: true }, (name) => keyOf(String(name), ignore));
    this.client.function("keys_of", { deterministic: true }, (name) =>
      JSON.stringify(keysOf(String(name), ignore)),
    );
    this.client.exec("DELETE FROM codes; DELETE FROM people");
    this.client.exec(
      is === "share"
        ? "INSERT INTO codes SELECT key_of(code), code, 0 FROM nodes WHERE true ON CONFLICT DO UPDATE SET many = 1"
        : "INSERT INTO people SELECT key_of(person), at, code FROM nodes",
    );
  }

  /** Of how many shares the parent is found by the keys laid down last, among those that it is otherwise unknown of. */
  countMatches(choice: ParentChoice): ParentMatches {
    this.layKeys(choice);
    const isPerson = choice.is === "person";
    return {
      choice,
      of: this.sum(OF_UNKNOWN),
      matches: this.sum(isPerson ? OF_PERSONS : OF_CODES),
      ambiguous: isPerson ? this.sum(OF_SEVERAL) : 0,
    };
  }

  private sum(statement: string): number {
    return this.client.prepare<[], number>(statement).pluck().get() ?? 0;
  }

  /** At most about so many of the unknown parents, taken evenly, and how many shares state each. */
  sampleUnknown(most: number): { via: string; times: number }[] {
    const step = Math.max(1, Math.ceil(this.sum(COUNT_UNKNOWN) / most));
    return this.client.prepare<[number], { via: string; times: number }>(EVERY_NTH).all(step);
  }

  listShares(): IterableIterator<NamedShare> {
    return this.client.prepare<[], NamedShare>("SELECT code, person, at FROM nodes").iterate();
  }

  /** Lets other connections read what is laid down; nothing more may be added. */
  settle(): void {
    this.client.exec("COMMIT");
  }

  close(): void {
    this.client.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Of what is stated: no share has that code. */
const UNKNOWN = "via <> '0' AND NOT EXISTS (SELECT 1 FROM nodes WHERE code = via)";
const OF_STATED = "SELECT coalesce(sum(times), 0) FROM stated";
const OF_UNKNOWN = `${OF_STATED} WHERE ${UNKNOWN}`;
const OF_CODES = `${OF_UNKNOWN} AND EXISTS
  (SELECT 1 FROM json_each(keys_of(via)) AS j JOIN codes ON codes.key = j.value WHERE NOT many)`;
const OF_PERSONS = `${OF_UNKNOWN} AND EXISTS
  (SELECT 1 FROM json_each(keys_of(via)) AS j JOIN people ON people.key = j.value)`;
const OF_SEVERAL = `${OF_STATED} WHERE EXISTS (SELECT 1 FROM json_each(keys_of(via)) AS j
  WHERE (SELECT count(*) FROM (SELECT 1 FROM people WHERE people.key = j.value LIMIT 2)) = 2)`;
const COUNT_UNKNOWN = `SELECT count(*) FROM stated WHERE ${UNKNOWN}`;
const EVERY_NTH = `SELECT via, times FROM
  (SELECT via, times, row_number() OVER (ORDER BY via) AS n FROM stated WHERE ${UNKNOWN}) WHERE n % ? = 0`;

function openIndex(path: string): Database.Database {
  const client = new Database(path);
  // Nothing here outlives the reading of a file, so nothing is paid for its durability.
  client.pragma("journal_mode = OFF");
  client.pragma("synchronous = OFF");
  client.pragma("cache_size = -32768");
  client.exec(`
    CREATE TABLE nodes (code TEXT PRIMARY KEY, person TEXT, at REAL) WITHOUT ROWID;
    CREATE TABLE stated (via TEXT PRIMARY KEY, times INTEGER, since REAL) WITHOUT ROWID;
    CREATE TABLE codes (key TEXT PRIMARY KEY, code TEXT, many INTEGER) WITHOUT ROWID;
    CREATE TABLE people (key TEXT, at REAL, code TEXT, PRIMARY KEY (key, at, code)) WITHOUT ROWID;
    BEGIN;
  `);
  return client;
}
