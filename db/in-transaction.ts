import type Database from "better-sqlite3";

/**
 * Runs `work` in one write transaction that takes the lock at once: a read that later upgrades would fail
 * with BUSY when somebody wrote in between. Rolls back and rethrows if `work` throws. Within a transaction
 * `work` joins it; a savepoint would copy every page before it is changed.
 */
export function inTransaction<T>(client: Database.Database, work: () => T): T {
  return client.inTransaction ? work() : client.transaction(work).immediate();
}
