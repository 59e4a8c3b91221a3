import { createHash } from "node:crypto";
import type { IntisharDatabase } from "#db/open-database.ts";

const TABLES = `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
  WHERE m.type = 'table' AND c.name = ? ORDER BY m.name`;

/** SHA-256, in hex, over every row of every table that belongs to a workspace, but for when its members were here. */
export function workspaceDigest(db: IntisharDatabase, workspaceId: number): string {
  return digestOf(db, tablesWith(db, "workspace_id"), ["workspace_id = ?", workspaceId]);
}

/** SHA-256, in hex, over every row of every table that belongs to a campaign; of `campaigns`, nothing. */
export function campaignDigest(
  db: IntisharDatabase,
  { workspaceId, campaignId }: { workspaceId: number; campaignId: number },
): string {
  const rows = ["workspace_id = ? AND campaign_id = ?", workspaceId, campaignId] as const;
  return digestOf(db, tablesWith(db, "campaign_id"), rows);
}

function tablesWith({ $client }: IntisharDatabase, column: string): string[] {
  return $client.prepare<[string], string>(TABLES).pluck().all(column);
}

function digestOf(
  { $client }: IntisharDatabase,
  tables: readonly string[],
  [where, ...ids]: readonly [string, ...number[]],
): string {
  const hash = createHash("sha256");
  for (const table of tables) {
    const rows = $client.prepare(`SELECT * FROM "${table}" WHERE ${where}`).all(...ids) as object[];
    // That somebody looked is noted, and changes nothing.
    const lines = rows.map((row) => JSON.stringify({ ...row, opened_at: undefined }));
    // Tables without rowid have no order in common but that of their text.
    hash.update(JSON.stringify([table, lines.sort()]));
  }
  return hash.digest("hex");
}
