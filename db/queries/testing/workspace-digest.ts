import { createHash } from "node:crypto";
import type { IntisharDatabase } from "#db/open-database.ts";

const TABLES = `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
  WHERE m.type = 'table' AND c.name = 'workspace_id' ORDER BY m.name`;

/** SHA-256, in hex, over every row of every table that belongs to a workspace. */
export function workspaceDigest({ $client }: IntisharDatabase, workspaceId: number): string {
  const hash = createHash("sha256");
  for (const table of $client.prepare<[], string>(TABLES).pluck().all()) {
    const rows = $client.prepare(`SELECT * FROM "${table}" WHERE workspace_id = ?`).raw();
    const lines = rows.all(workspaceId).map((row) => JSON.stringify(row));
    // Tables without rowid have no order in common but that of their text.
    hash.update(JSON.stringify([table, lines.sort()]));
  }
  return hash.digest("hex");
}
