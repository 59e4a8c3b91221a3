import { setTimeout as wait } from "node:timers/promises";
import { MINUTE } from "#lib/time/lengths.ts";
import { isBusyError } from "./storage-error.ts";

const RETRY_MS = 25;
/** The longest that another writer is known to hold the lock is for rebuilding a campaign of a million rows. */
const PATIENCE_MS = MINUTE;

/**
 * Writes as soon as no other writer holds the database, and lets the thread do other things until then: SQLite's own
 * wait would stop every request. `work` must leave nothing behind when it throws, as a transaction does.
 * @throws what `work` throws, and SQLITE_BUSY after a minute
 */
export async function whenFree<T>(work: () => T): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusyError(error) || performance.now() > deadline) throw error;
      await wait(RETRY_MS);
    }
  }
}
