import { createHash } from "node:crypto";
import type Database from "better-sqlite3";

/** What a database file holds, as far as it tells two files of one installation apart. */
export interface Contents {
  /** Table → how many rows it has. */
  readonly tables: Readonly<Record<string, number>>;
  /** Events that the collector has answered for, ever. */
  readonly acknowledged: number;
  /** When the last migration was written, in UTC milliseconds; 0: not a file of ours. */
  readonly migration: number;
}

/** Reads every table through once: not for a thread that serves. Call it in a transaction while others write. */
export function readContents(client: Database.Database): Contents {
  const names = client
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  const tables: Record<string, number> = {};
  for (const name of names)
    tables[name] = Number(client.prepare(`SELECT count(*) FROM "${name}"`).pluck().get());
  const number = (table: string, sql: string) =>
    names.includes(table) ? Number(client.prepare(sql).pluck().get() ?? 0) : 0;
  return {
    tables,
    acknowledged: holdsColumn(client, "acknowledged")
      ? number("installation", "SELECT acknowledged FROM installation WHERE id = 1")
      : 0,
    migration: number("__drizzle_migrations", "SELECT max(created_at) FROM __drizzle_migrations"),
  };
}

/** The oldest files of ours have no such count. */
function holdsColumn(client: Database.Database, column: string): boolean {
  const columns = client.prepare("SELECT name FROM pragma_table_info('installation')").pluck().all();
  return columns.includes(column);
}

/** SHA-256, in hex: equal for two files that hold the same tables with as many rows. */
export function contentsDigest(contents: Contents): string {
  return createHash("sha256").update(JSON.stringify(contents)).digest("hex");
}

/** Tables of which a row more is no work of people lost: who is signed in, counts, and what is derived. */
const PASSING = new Set([
  ...["sessions", "password_resets", "sign_in_failures", "lost_events", "report_opens", "backup_plan"],
  ...["trusted_browsers", "spent_proofs", "sign_in_changes"],
  ...["intake_counts", "quarantine", "quarantined_events", "held_back_shares"],
  ...["shares", "cascades", "persons", "touches", "hourly_counts", "__drizzle_migrations"],
]);

/** What `current` holds and `other` does not, in words; empty when nothing would be lost with it. */
export function missingFrom(current: Contents, other: Contents): string[] {
  const lost = current.acknowledged - other.acknowledged;
  const missing = lost > 0 ? [`${lost} acknowledged events`] : [];
  for (const [name, rows] of Object.entries(current.tables)) {
    const more = rows - (other.tables[name] ?? 0);
    if (more > 0 && !PASSING.has(name)) missing.push(`${more} rows of ${name}`);
  }
  return missing;
}
