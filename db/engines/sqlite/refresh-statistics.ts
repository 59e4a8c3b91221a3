import type Database from "better-sqlite3";

/**
 * Tells the planner how many rows share the front of a key. Without it SQLite takes a campaign for some ten
 * rows and checks each deleted share's children by reading the whole campaign. A sample would not do: an index
 * on parents begins with the seeds, which have none.
 */
export function refreshStatistics(client: Database.Database): void {
  client.pragma("analysis_limit = 0");
  client.exec("ANALYZE journal; ANALYZE shares");
}
