import type Database from "better-sqlite3";

/** Rows of each table of a file. */
export type RowCounts = ReadonlyMap<string, number>;

/** How many rows each table of a file has. */
export function readRowCounts(client: Database.Database): RowCounts {
  const tables = client
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [table, client.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number]),
  );
}
