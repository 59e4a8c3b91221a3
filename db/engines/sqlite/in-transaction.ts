import type Database from "better-sqlite3";

/**
 * Runs `work` in one write transaction that takes the lock at once: a read that later upgrades would fail
 * with BUSY when somebody wrote in between. Rolls back and rethrows if `work` throws.
 */
export function inTransaction<T>(client: Database.Database, work: () => T): T {
  return client.transaction(work).immediate();
}
