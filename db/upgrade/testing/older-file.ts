import Database from "better-sqlite3";
import { migrate } from "#db/migrate.ts";
import { readMigrations } from "../migration-files.ts";

const RECORDS = "__drizzle_migrations";

/**
 * Writes a file as the release that knew the first `count` migrations kept it: its schema, with the rows of `source`,
 * a file of today, as far as that schema has columns for them.
 */
export function writeOlderFile(path: string, count: number, source: string): void {
  migrate(path, { known: readMigrations().slice(0, count) });
  const client = new Database(path);
  try {
    client.pragma("foreign_keys = OFF");
    client.prepare("ATTACH ? AS today").run(source);
    const tables = client
      .prepare("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> ?")
      .pluck()
      .all(RECORDS) as string[];
    client.transaction(() => {
      for (const table of tables) {
        const kept = columnsOf(client, "main", table).filter((name) =>
          columnsOf(client, "today", table).includes(name),
        );
        const columns = kept.join(", ");
        client.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM today.${table}`);
      }
    })();
  } finally {
    client.close();
  }
}

function columnsOf(client: Database.Database, schema: "main" | "today", table: string): string[] {
  return client.prepare("SELECT name FROM pragma_table_info(?, ?)").pluck().all(table, schema) as string[];
}
