import { microsOf } from "#db/engines/sqlite/micros-of.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";

/** A row of the journal as it comes: nothing is looked up, and nothing is derived. */
const INSERT = `INSERT INTO journal (workspace_id, campaign_id, seq, event_id, kind, person, via, code, channel,
    occurred_at, received_at, value_micros, source)
  VALUES (1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'server') ON CONFLICT DO NOTHING`;

/** An event as the benchmarks' bare servers take it. */
export interface BareRow {
  readonly id: string;
  readonly kind: string;
  readonly person: string;
  readonly via: string | null;
  readonly code: string | null;
  readonly channel: string | null;
  readonly value: number | null;
}

/** A new database, and a statement that writes rows to the journal inside whatever transaction is open. */
export function openBare(path: string) {
  migrate(path);
  const { $client } = openDatabase(path);
  // Events come on many connections, a child's at times before its parent's.
  $client.pragma("foreign_keys = OFF");
  $client.exec(`INSERT INTO workspaces VALUES (1, 'bare', 'Bare', 'UTC', 0);
    INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'bare', 'video', 0)`);
  const insert = $client.prepare(INSERT);
  let seq = 0;
  const store = ({ id, kind, person, via, code, channel, value }: BareRow, at: number) => {
    seq += 1;
    insert.run(seq, id, kind, person, via, code, channel, at, at, value === null ? null : microsOf(value));
  };
  return { client: $client, store };
}
