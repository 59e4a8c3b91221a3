import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { type Destination, destinationIn } from "#db/intake/find-destination.ts";
import { prepare } from "#db/prepare.ts";

/** SQLite waits on the thread that serves. */
const PATIENCE_MS = 50;

const COLLECTION = `SELECT workspace_id AS workspaceId, campaign_id AS campaignId, target_url AS targetUrl
  FROM collections WHERE stem = ?`;

/** Where codes lead, read from a file while it is upgraded. */
export interface LandingReader {
  /**
   * Null: no campaign's codes begin so. A code that no link and no share bears leads to its campaign's page; its
   * signature is not looked at.
   * @throws what SQLite throws, such as for a schema without links
   */
  find(stem: string, code: string): Destination | null;
  close(): void;
}

/** Opens the file at `path` for reading alone: until an upgrade commits, it reads what was there before. */
export function openLandingReader(path: string): LandingReader {
  const client = new Database(path, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
  const db = drizzle({ client });
  return {
    find(stem, code) {
      const found = prepare(client, COLLECTION).get(stem) as
        | { workspaceId: number; campaignId: number; targetUrl: string }
        | undefined;
      return found === undefined ? null : destinationIn(db, found, found.targetUrl, code);
    },
    close: () => void client.close(),
  };
}
