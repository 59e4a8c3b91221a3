import type { IntisharDatabase } from "./open-database.ts";

/** Throws unless the database takes a write at this moment. Leaves nothing behind. */
export function probe(db: IntisharDatabase): void {
  const { $client: client } = db;
  client.exec("BEGIN IMMEDIATE");
  try {
    client.exec("CREATE TABLE write_probe (one INTEGER)");
  } finally {
    client.exec("ROLLBACK");
  }
}
