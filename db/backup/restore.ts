import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import Database from "better-sqlite3";
import { asBackupError, BackupError, isInUse } from "./backup-error.ts";
import { checkBackup } from "./check-backup.ts";
import { type Contents, missingFrom, readContents } from "./contents.ts";
import { assertFits, reserve, settle } from "./durable.ts";
import type { Manifest } from "./manifest.ts";

export interface RestoreOptions {
  /** The backup. */
  readonly file: string;
  readonly databasePath: string;
  /** Replaces a database that holds what the backup lacks, or that cannot be read. */
  readonly force: boolean;
  /** Takes a copy of a live database that has no log beside it. */
  readonly withoutLog?: boolean;
  /** UTC milliseconds. */
  readonly now: number;
}

/** What was put back, and what was there before. */
export interface Restored {
  readonly contents: Contents;
  /** Null: the backup had none beside it, and was checked by reading it alone. */
  readonly manifest: Manifest | null;
  /** Where the replaced database lies; null when there was none. */
  readonly replaced: string | null;
  /** What the replaced database held and the backup does not, in words. */
  readonly lost: readonly string[];
}

/** Files that belong to a database and would be taken for the new one's. */
const COMPANIONS = ["-wal", "-shm", "-journal"] as const;
/** How many events the collector has answered for. */
const MARK = ".mark";
const PATIENCE_MS = 500;

/**
 * Puts a backup in the place of the database, once it was verified: a copy is read through first, then takes the
 * database's name in one step. The replaced file is kept beside it. Sessions, and the link for the first account, end.
 * @throws BackupError when the backup is not sound, a program has the database open, or the database holds what the
 * backup lacks; the database is as it was then
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { file, databasePath, force, withoutLog = false, now } = options;
  if (resolve(file) === resolve(databasePath))
    throw new BackupError("failed", `${file} is the database itself`);
  const draft = `${databasePath}.restoring-${process.pid}`;
  try {
    mkdirSync(dirname(databasePath), { recursive: true });
    assertFits(dirname(databasePath), statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    reserve(draft);
    const { contents, manifest } = await checkBackup(file, draft, { withoutLog });
    giveToOwner(draft, databasePath);
    settle(draft);
    const { replaced, lost } = swap(draft, { databasePath, contents, force, now });
    settle(dirname(databasePath));
    return { contents, manifest, replaced, lost };
  } catch (error) {
    throw asBackupError(error, file);
  } finally {
    for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(`${draft}${end}`, { force: true });
  }
}

/** Run as root, a restore must leave a file that the server may still open. */
function giveToOwner(draft: string, databasePath: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(existsSync(databasePath) ? databasePath : dirname(databasePath));
  chownSync(draft, uid, gid);
}

interface Swap {
  readonly databasePath: string;
  readonly contents: Contents;
  readonly force: boolean;
  readonly now: number;
}

function swap(
  draft: string,
  { databasePath, contents, force, now }: Swap,
): Pick<Restored, "replaced" | "lost"> {
  const isThere = (statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const kept = `${databasePath}.replaced-${new Date(now).toISOString().replace(/[-:.]/g, "")}`;
  const held = isThere ? hold(databasePath, force) : null;
  try {
    const lost = held?.contents ? missingFrom(held.contents, contents) : markedEvents(databasePath, contents);
    if (held?.contents && lost.length > 0 && !force)
      throw new BackupError(
        "failed",
        `${databasePath} is newer than the backup, which lacks ${lost.join(", ")}; ` +
          "say --force to replace it all the same (it is kept beside)",
      );
    if (isThere) keepBeside(databasePath, kept);
    for (const end of COMPANIONS) moveAside(databasePath, kept, end);
    renameSync(draft, databasePath);
    moveAside(databasePath, kept, MARK);
    return { replaced: isThere ? kept : null, lost };
  } finally {
    held?.release();
  }
}

/** What is known to be missing when the database itself cannot say it. */
function markedEvents(databasePath: string, { acknowledged }: Contents): string[] {
  const mark = existsSync(`${databasePath}${MARK}`)
    ? Number(readFileSync(`${databasePath}${MARK}`, "utf8"))
    : 0;
  return mark > acknowledged ? [`${mark - acknowledged} acknowledged events`] : [];
}

/** Gives a file a second name, so that its first is never without one. */
function keepBeside(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    // A file system without such links.
    renameSync(path, kept);
  }
  chmodSync(kept, 0o600);
}

function moveAside(path: string, kept: string, end: string): void {
  if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${kept}${end}`);
}

/**
 * Keeps all others out of a database, and copies its log into it. SQLite gives up the log only when no other connection
 * of any process on this machine is open, and a lock of the dead holds nobody.
 */
function hold(databasePath: string, force: boolean): { contents: Contents | null; release: () => void } {
  const client = new Database(databasePath, { fileMustExist: true, timeout: PATIENCE_MS });
  try {
    client.pragma("locking_mode = EXCLUSIVE");
    client.pragma("journal_mode = DELETE");
    client.exec("BEGIN EXCLUSIVE");
    return { contents: readContents(client), release: () => void client.close() };
  } catch (error) {
    client.close();
    if (isInUse(error))
      throw new BackupError("failed", `${databasePath} is in use: stop the server and other programs first`);
    if (!force)
      throw new BackupError(
        "failed",
        `${databasePath} cannot be read, so what would be lost with it cannot be told: ${String(error)}; ` +
          "stop the server, then say --force to replace it all the same (it is kept beside)",
      );
    return { contents: null, release: () => {} };
  }
}
