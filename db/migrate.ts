import { fileURLToPath } from "node:url";
import { migrate as applyMigrations } from "drizzle-orm/better-sqlite3/migrator";
import { openDatabase } from "./open-database.ts";

/** Brings the file at `path` to the schema of this version, creating it if absent. Runs before serving. */
export function migrate(path: string): void {
  const db = openDatabase(path);
  try {
    applyMigrations(db, { migrationsFolder: fileURLToPath(new URL("./migrations", import.meta.url)) });
  } finally {
    db.$client.close();
  }
}
