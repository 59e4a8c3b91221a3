import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { BackupError } from "./backup-error.ts";
import { type Manifest, manifestPath, readManifest } from "./manifest.ts";

/** A backup that was verified when it was taken. */
export interface Backup {
  /** Name of its file. */
  readonly name: string;
  /** UTC milliseconds. */
  readonly takenAt: number;
  readonly bytes: number;
}

const NAME = /-\d{8}T\d{9}Z\.db$/;
const DRAFT = /-\d{8}T\d{9}Z\.db\.part(?:-journal|-wal|-shm)?$/;
/** No copy is under way that long without a byte being written. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** The name of the file that a backup of `databasePath` gets. */
export function backupName(databasePath: string, takenAt: number): string {
  const stamp = new Date(takenAt).toISOString().replace(/[-:.]/g, "");
  return `${stemOf(databasePath)}-${stamp}.db`;
}

/** Whether a backup of this name is one of `databasePath`. */
export function isBackupOf(databasePath: string, name: string): boolean {
  return name.replace(NAME, "") === stemOf(databasePath);
}

function stemOf(databasePath: string): string {
  return basename(databasePath).replace(/\.db$/, "");
}

/** The backups in a folder, the newest first; none in one that is not there or cannot be read. One cut short is none. */
export function listBackups(folder: string): Backup[] {
  return namesIn(folder)
    .filter((name) => NAME.test(name))
    .flatMap((name) => backupAt(folder, name))
    .sort((a, b) => b.takenAt - a.takenAt);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Taking the next one says why.
    return [];
  }
}

function backupAt(folder: string, name: string): Backup[] {
  const file = join(folder, name);
  const manifest = manifestOrNull(file);
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  if (manifest === null || bytes !== manifest.bytes) return [];
  return [{ name, takenAt: Date.parse(manifest.takenAt), bytes }];
}

function manifestOrNull(file: string): Manifest | null {
  try {
    return readManifest(file);
  } catch (error) {
    if (error instanceof BackupError) return null;
    throw error;
  }
}

/**
 * Deletes all but the newest `keep` backups, and what an interrupted one left a day ago. Files of other names stay.
 * @returns the names that went
 */
export function pruneBackups(folder: string, keep: number, now: number): string[] {
  const old = listBackups(folder).slice(Math.max(1, keep));
  for (const { name } of old) {
    rmSync(join(folder, name), { force: true });
    for (const companion of [manifestPath(name), `${name}.secret`])
      rmSync(join(folder, companion), { force: true });
  }
  for (const name of readdirSync(folder).filter((entry) => DRAFT.test(entry))) {
    const path = join(folder, name);
    const writtenAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (now - writtenAt > ABANDONED_MS) rmSync(path, { force: true });
  }
  return old.map(({ name }) => name);
}
