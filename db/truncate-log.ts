import type { IntisharDatabase } from "#db/open-database.ts";

/**
 * Copies the write-ahead log into the database file and empties it. Takes as long as copying does: not for a thread
 * that serves. Others write on meanwhile; only what they wrote until the end is copied under the write lock.
 * @param db a connection that waits for nobody
 * @returns false when somebody still reads what the log began with, or writes: then it stays as long as it is
 */
export function truncateLog({ $client: client }: IntisharDatabase): boolean {
  client.pragma("wal_checkpoint(PASSIVE)");
  const [{ busy } = { busy: 1 }] = client.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
  return busy === 0;
}
