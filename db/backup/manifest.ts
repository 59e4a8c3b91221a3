import { readFileSync } from "node:fs";
import { z } from "zod";
import { BackupError } from "./backup-error.ts";

const schema = z.object({
  /** ISO 8601, UTC: what was acknowledged before is in the backup. */
  takenAt: z.iso.datetime(),
  /** Of the program. */
  version: z.string(),
  /** When the last migration was written, in UTC milliseconds. */
  migration: z.number().int(),
  bytes: z.number().int(),
  /** Of the file, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of what the tables hold, in hex. */
  contents: z.string().regex(/^[0-9a-f]{64}$/),
  /** Events that the collector had answered for. */
  acknowledged: z.number().int(),
  /** Tells whether a secret is the one that belongs to the backup; null where none was known. */
  secretMark: z.string().nullable(),
});

/** What stands beside a backup, as `<backup>.json`: it was verified, and these are its facts. */
export type Manifest = z.infer<typeof schema>;

export function manifestPath(file: string): string {
  return `${file}.json`;
}

/**
 * @returns null when nothing stands beside the backup
 * @throws BackupError for what is no manifest
 */
export function readManifest(file: string): Manifest | null {
  let text: string;
  try {
    text = readFileSync(manifestPath(file), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new BackupError("damaged", `${manifestPath(file)} is damaged: it is no manifest of a backup`);
  }
}
