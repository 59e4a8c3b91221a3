import { closeDatabase, type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { currentVault } from "#db/vault/current-vault.ts";
import { writeWaiting } from "#db/write-later.ts";

/** A page that waits for another writer holds up all others; `whenFree` waits without. */
const PATIENCE_MS = 50;

const KEY = Symbol.for("intishar.database");

// Next bundles a module once per entry and again on each reload; only the global object is one per process.
const holder: typeof globalThis & { [KEY]?: IntisharDatabase } = globalThis;

/** The connection of this process, opened on first use at DATABASE_PATH (default `.data/intishar.db`). */
export function currentDatabase(): IntisharDatabase {
  holder[KEY] ??= openDatabase(process.env.DATABASE_PATH ?? ".data/intishar.db", {
    busyMs: PATIENCE_MS,
    vault: currentVault(),
  });
  return holder[KEY];
}

/** Writes what waits to be written, and lets go of the connection of this process. Call it when no request is under way. */
export function closeCurrentDatabase(): void {
  const db = holder[KEY];
  if (db === undefined) return;
  delete holder[KEY];
  writeWaiting(db);
  closeDatabase(db);
}
