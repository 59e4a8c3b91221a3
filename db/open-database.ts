import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { makeFolderOf, makeOwnerOnly, takeFromOthers } from "./owner-only.ts";
import { giveVault } from "./vault/secrets-of.ts";
import type { Vault } from "./vault/vault.ts";

/** A connection whose settings were asserted. `$client` is the driver itself, for statements run by the million. */
export type IntisharDatabase = BetterSQLite3Database & { $client: Database.Database };

const MEBIBYTE = 1024 * 1024;

/** What is left of the log once it was copied, however long it had to grow. */
export const LONGEST_LOG_BYTES = 64 * MEBIBYTE;

/** What one connection may ask for. */
export interface DatabaseOptions {
  /** Pages kept in memory by this connection. */
  readonly cacheMebibytes?: number;
  /**
   * Length of the log, in pages, at which it is copied into the file; a long import copies a page once instead of
   * once a batch when the log may grow.
   */
  readonly checkpointPages?: number;
  /** How long a statement waits for another writer; it holds up its whole thread meanwhile. */
  readonly busyMs?: number;
  /** Opens and seals the secrets of the file; without one they can be neither read nor written. */
  readonly vault?: Vault | null;
}

/**
 * Opens the database file, creating it if absent, and asserts what durability and tenancy rest on: the
 * driver silently lowers `synchronous` after the first write in WAL mode, so it is set and read back.
 * @throws Error naming the setting that did not take
 */
export function openDatabase(
  path: string,
  { cacheMebibytes = 32, checkpointPages = 1000, busyMs = 5000, vault = null }: DatabaseOptions = {},
): IntisharDatabase {
  makeFolderOf(path);
  // SQLite gives its log the mode of the file.
  makeOwnerOnly(path);
  for (const part of [path, `${path}-wal`, `${path}-shm`]) takeFromOthers(part);
  const client = new Database(path);
  client.pragma(`busy_timeout = ${busyMs}`);
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("foreign_keys = ON");
  client.pragma(`journal_size_limit = ${LONGEST_LOG_BYTES}`);
  client.pragma(`cache_size = -${cacheMebibytes * 1024}`);
  client.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  client.pragma("temp_store = FILE");
  expectPragma(client, "journal_mode", "wal");
  expectPragma(client, "synchronous", 2);
  expectPragma(client, "foreign_keys", 1);
  expectPragma(client, "busy_timeout", busyMs);
  const db = drizzle({ client });
  if (vault !== null) giveVault(db, vault);
  return db;
}

function expectPragma(client: Database.Database, name: string, wanted: string | number): void {
  const actual = client.pragma(name, { simple: true });
  if (actual !== wanted) throw new Error(`SQLite refused ${name} = ${wanted}: it is ${String(actual)}`);
}

/**
 * Lets go of a connection, with all that was committed copied from the log into the file: the file alone is a copy of
 * the database then, unless somebody else writes or reads at that moment.
 */
export function closeDatabase(db: IntisharDatabase): void {
  const { $client: client } = db;
  if (!client.open) return;
  try {
    client.pragma("busy_timeout = 0");
    client.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // On a full disk the log stays, and holds everything.
  } finally {
    client.close();
  }
}
