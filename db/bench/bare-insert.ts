import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";

/** A row of the journal as it comes: nothing is looked up, and nothing is derived. */
const INSERT = `INSERT INTO journal (workspace_id, campaign_id, seq, event_id, kind, person, via, code, channel,
    occurred_at, received_at, value_micros, source)
  VALUES (1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'server') ON CONFLICT DO NOTHING`;

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
 * The least that could be called storing: the rows of the journal into its own table with its indexes and keys, in
 * one durable transaction a call. What a benchmark measures itself against.
 */
export function bareInsert(path: string): (rows: readonly BareRow[], at: number) => void {
  migrate(path);
  const { $client } = openDatabase(path);
  $client.exec(`INSERT INTO workspaces VALUES (1, 'bare', 'Bare', 'UTC', 0);
    INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'bare', 'video', 0)`);
  const insert = $client.prepare(INSERT);
  let seq = 0;
  return $client.transaction((rows: readonly BareRow[], at: number) => {
    for (const { id, kind, person, via, code, channel, value } of rows) {
      seq += 1;
      insert.run(seq, id, kind, person, via, code, channel, at, at, value === null ? null : value * 1e6);
    }
  });
}
