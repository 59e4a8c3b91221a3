import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { asBackupError, BackupError } from "./backup-error.ts";
import { checkCopy, fileDigest } from "./check-copy.ts";
import { contentsDigest, readContents } from "./contents.ts";
import { assertFits, reserve, settle, writeDurably } from "./durable.ts";
import { forgetEntry } from "./forget-entry.ts";
import { backupName } from "./list-backups.ts";
import { type Manifest, manifestPath } from "./manifest.ts";
import { secretMark } from "./secret-mark.ts";

export interface BackupOptions {
  readonly databasePath: string;
  /** Where it goes; made when there is none. */
  readonly folder: string;
  /** UTC milliseconds. */
  readonly now: number;
  /** Of the program. */
  readonly version: string;
  /** The key that signs and seals, to mark which one belongs to the backup; null: there is none yet. */
  readonly secret: string | null;
  /** Lays the secret beside the backup, so that whoever holds the folder holds all. */
  readonly withSecret?: boolean;
  /** Asked now and then; true ends the work with nothing left behind. */
  readonly shouldStop?: () => boolean;
}

/** A backup that counts: written, opened, read through and compared. */
export interface TakenBackup {
  readonly file: string;
  readonly manifest: Manifest;
}

const PAGES_A_STEP = 1000;
const OWNER_FOLDER = 0o700;

/**
 * Copies the database, while others read and write it, as it stands at one moment: no writer waits for it, and all that
 * was acknowledged before is in it. The copy has its name only when it was opened, read through for damage and found
 * to hold what the database held at that moment. It holds no sessions.
 * @throws BackupError naming the file or folder at fault; nothing is left of the attempt
 */
export async function backUp(options: BackupOptions): Promise<TakenBackup> {
  const { databasePath, folder, now } = options;
  const file = join(folder, backupName(databasePath, now));
  const draft = `${file}.part`;
  if (!existsSync(databasePath)) throw new BackupError("failed", `${databasePath}: there is no database`);
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_FOLDER });
    reserve(draft);
  } catch (error) {
    throw asBackupError(error, dirname(file));
  }
  try {
    await copyPages(options, draft);
    const manifest = await verify(draft, options);
    writeDurably(manifestPath(file), `${JSON.stringify(manifest, null, 2)}\n`);
    if (options.withSecret && options.secret !== null) writeDurably(`${file}.secret`, `${options.secret}\n`);
    renameSync(draft, file);
    settle(folder);
    return { file, manifest };
  } catch (error) {
    for (const path of [manifestPath(file), `${file}.secret`]) rmSync(path, { force: true });
    throw asBackupError(error, file);
  } finally {
    for (const end of ["", "-journal", "-wal", "-shm"]) rmSync(`${draft}${end}`, { force: true });
  }
}

/** Copies the pages as one transaction sees them, and holds the copy against what that transaction counts. */
async function copyPages({ databasePath, folder, shouldStop }: BackupOptions, draft: string): Promise<void> {
  const source = new Database(databasePath, { readonly: true, fileMustExist: true });
  try {
    // Without a transaction of its own the copy would begin anew with every commit of others.
    source.exec("BEGIN");
    const there = contentsDigest(readContents(source));
    const pages = Number(source.pragma("page_count", { simple: true }));
    assertFits(folder, pages * Number(source.pragma("page_size", { simple: true })));
    await source.backup(draft, {
      progress: () => {
        if (shouldStop?.()) throw new BackupError("stopped", `${draft}: stopped`);
        return PAGES_A_STEP;
      },
    });
    source.exec("COMMIT");
    const copy = new Database(draft, { fileMustExist: true });
    try {
      // One file, without a log beside it that could be forgotten.
      copy.pragma("journal_mode = DELETE");
      if (contentsDigest(readContents(copy)) !== there)
        throw new BackupError("damaged", `${draft} holds something else than ${databasePath}`);
      forgetEntry(copy);
    } finally {
      copy.close();
    }
  } finally {
    source.close();
  }
  settle(draft);
}

async function verify(draft: string, options: BackupOptions): Promise<Manifest> {
  const copy = new Database(draft, { readonly: true, fileMustExist: true });
  try {
    checkCopy(copy, options.databasePath);
    const contents = readContents(copy);
    return {
      takenAt: new Date(options.now).toISOString(),
      version: options.version,
      migration: contents.migration,
      bytes: statSync(draft).size,
      sha256: await fileDigest(draft),
      contents: contentsDigest(contents),
      acknowledged: contents.acknowledged,
      secretMark: options.secret === null ? null : secretMark(options.secret),
    };
  } finally {
    copy.close();
  }
}
