import type { IntisharDatabase } from "./open-database.ts";
import { isBusyError } from "./storage-error.ts";

/** Throws unless the database takes a write at this moment. Leaves nothing behind. */
export function probe(db: IntisharDatabase): void {
  const { $client: client } = db;
  try {
    client.exec("BEGIN IMMEDIATE");
  } catch (error) {
    // Somebody writes at this moment: so it can be written.
    if (isBusyError(error)) return;
    throw error;
  }
  try {
    client.exec("CREATE TABLE write_probe (one INTEGER)");
  } finally {
    client.exec("ROLLBACK");
  }
}
