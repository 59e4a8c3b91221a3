import Database from "better-sqlite3";
import { batchRows } from "#db/import/batch-rows.ts";
import type { EventFile } from "#db/import/read-events.ts";

const TABLE = `CREATE TABLE log (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, via TEXT, person TEXT NOT NULL,
  at INTEGER NOT NULL, channel TEXT)`;

/**
 * What the driver alone does: the rows of a log, read beforehand, into one table with one unique index, in one
 * durable transaction. @returns rows a second
 */
export async function measureFloor(file: EventFile, path: string): Promise<number> {
  const rows: unknown[][] = [];
  for await (const { events } of batchRows(file, { skip: 0, size: 10_000 }))
    for (const { id, via, person, occurredAt, channel } of events)
      rows.push([rows.length, id, via, person, occurredAt, channel]);
  const client = new Database(path);
  try {
    client.pragma("journal_mode = WAL");
    client.pragma("synchronous = FULL");
    client.exec(TABLE);
    const insert = client.prepare("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    const startedAt = performance.now();
    client.transaction(() => {
      for (const row of rows) insert.run(row);
    })();
    return (rows.length * 1000) / (performance.now() - startedAt);
  } finally {
    client.close();
  }
}
