import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

const ID = 1;
const CODE = 2;

/** What a row is to those before it: the first of its name, the same again, or another of the same name. */
export type Repetition = "new" | "same" | "other";

/**
 * What a check of a file must remember of every row, kept on disk so that memory does not grow with the
 * file. Lives in the system's folder for temporary files until `close`.
 */
export class ScratchIndex {
  private readonly folder = mkdtempSync(join(tmpdir(), "intishar-check-"));
  private readonly client = openScratch(join(this.folder, "scratch.db"));
  private readonly readName = this.client.prepare<[string], { roles: number; said: string; shared: string }>(
    "SELECT roles, said, shared FROM names WHERE name = ?",
  );
  private readonly addId = this.client.prepare(
    `INSERT INTO names VALUES (?, ${ID}, 0, ?, NULL)
      ON CONFLICT DO UPDATE SET roles = roles | ${ID}, said = excluded.said`,
  );
  private readonly addCode = this.client.prepare(
    `INSERT INTO names VALUES (?, ${CODE}, 0, NULL, ?)
      ON CONFLICT DO UPDATE SET roles = roles | ${CODE}, shared = excluded.shared`,
  );
  private readonly insertParent = this.client.prepare(
    "INSERT INTO names VALUES (?, 0, 1, NULL, NULL) ON CONFLICT DO UPDATE SET stated = stated + 1",
  );
  private readonly insertChannel = this.client.prepare(
    "INSERT INTO channels VALUES (?, ?) ON CONFLICT DO UPDATE SET shares = shares + excluded.shares",
  );

  /** Notes an event that is no share, by its id. @param content what it says */
  addEvent(id: string, content: string): Repetition {
    const known = this.readName.get(id);
    if (known !== undefined && (known.roles & ID) !== 0) return known.said === content ? "same" : "other";
    this.addId.run(id, content);
    return "new";
  }

  /** Notes a share, by its code. @param content what it says */
  addShare(code: string, content: string): Repetition {
    const known = this.readName.get(code);
    if (known !== undefined && (known.roles & CODE) !== 0) return known.shared === content ? "same" : "other";
    this.addCode.run(code, content);
    return "new";
  }

  /** Notes that a share states `code` as its parent. */
  addParent(code: string): void {
    this.insertParent.run(code);
  }

  addChannel(channel: string, shares: number): void {
    this.insertChannel.run(channel, shares);
  }

  /** Parents stated by shares of the file that are no share of the file. */
  listMissingParents(): IterableIterator<{ code: string; shares: number }> {
    const sql = `SELECT name AS code, stated AS shares FROM names WHERE stated > 0 AND NOT roles & ${CODE}`;
    return this.client.prepare<[], { code: string; shares: number }>(sql).iterate();
  }

  listChannels(limit: number): { channel: string; shares: number }[] {
    const sql = "SELECT channel, shares FROM channels ORDER BY shares DESC, channel LIMIT ?";
    return this.client.prepare<[number], { channel: string; shares: number }>(sql).all(limit);
  }

  close(): void {
    this.client.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function openScratch(path: string): Database.Database {
  const client = new Database(path);
  // Nothing here outlives the check, so nothing is paid for its durability.
  client.pragma("journal_mode = OFF");
  client.pragma("synchronous = OFF");
  client.pragma("cache_size = -32768");
  // One row for a name in all its roles: as an event's id, as a share's code, as a stated parent; and what was said of it.
  client.exec(`
    CREATE TABLE names (name TEXT PRIMARY KEY, roles INTEGER, stated INTEGER, said TEXT, shared TEXT) WITHOUT ROWID;
    CREATE TABLE channels (channel TEXT PRIMARY KEY, shares INTEGER) WITHOUT ROWID;
    BEGIN;
  `);
  return client;
}
