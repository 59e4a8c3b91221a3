import Database from "better-sqlite3";

const TABLE = `CREATE TABLE IF NOT EXISTS log (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
  person TEXT NOT NULL, via TEXT, code TEXT, channel TEXT, at INTEGER NOT NULL, value REAL)`;

/** An event as the bare table takes it. */
export interface BareRow {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly via: string | null;
  readonly code: string | null;
  readonly channel: string | null;
  readonly value: number | null;
}

/**
 * The least that could be called storing: rows into one table with one unique index, in one durable transaction a
 * call. What a benchmark measures itself against.
 */
export function bareInsert(path: string): (rows: readonly BareRow[], at: number) => void {
  const client = new Database(path);
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.exec(TABLE);
  const insert = client.prepare(
    "INSERT INTO log (id, kind, person, via, code, channel, at, value) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  return client.transaction((rows: readonly BareRow[], at: number) => {
    for (const { id, kind, person, via, code, channel, value } of rows)
      insert.run(id, kind, person, via, code, channel, at, value);
  });
}
