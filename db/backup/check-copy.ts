import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type Database from "better-sqlite3";
import { BackupError } from "./backup-error.ts";

const MOST = 3;

/**
 * Reads a whole file and looks for damage: every page and index, and every reference from row to row.
 * @param place what the message names
 * @throws BackupError for what is damaged
 */
export function checkCopy(client: Database.Database, place: string): void {
  const found = client.prepare(`PRAGMA integrity_check(${MOST})`).pluck().all() as string[];
  const damage = found.filter((line) => line !== "ok");
  if (damage.length > 0) throw new BackupError("damaged", `${place} is damaged: ${damage.join("; ")}`);
  const loose = client.pragma("foreign_key_check") as { table: string; parent: string }[];
  const [first] = loose;
  if (first !== undefined)
    throw new BackupError(
      "damaged",
      `${place} is damaged: ${loose.length} rows refer to nothing, such as one of ${first.table} to ${first.parent}`,
    );
}

/** SHA-256 of a file, in hex. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest("hex");
}
