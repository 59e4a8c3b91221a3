import { chmodSync, closeSync, copyFileSync, existsSync, openSync, readSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { readMigrations } from "#db/upgrade/migration-files.ts";
import { BackupError } from "./backup-error.ts";
import { checkCopy, fileDigest } from "./check-copy.ts";
import { type Contents, contentsDigest, readContents } from "./contents.ts";
import { forgetEntry } from "./forget-entry.ts";
import { type Manifest, readManifest } from "./manifest.ts";

const MAGIC = "SQLite format 3\0";
/** Where a file says whether it is read together with a log: 2 when it is. */
const LOG_BYTE = 19;

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(100);
  const handle = openSync(file, "r");
  try {
    readSync(handle, header, 0, header.length, 0);
  } finally {
    closeSync(handle);
  }
  return header;
}

/**
 * What can be said of a backup without opening it: that it is a database, as long and with the same bytes as when it
 * was taken, and whole without another file.
 * @returns its manifest; null where none stands beside it
 * @throws BackupError naming what is wrong
 */
async function checkFile(file: string, withoutLog: boolean): Promise<Manifest | null> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new BackupError("failed", `${file}: no such file`);
  const header = headerOf(file);
  if (header.subarray(0, MAGIC.length).toString("latin1") !== MAGIC)
    throw new BackupError("damaged", `${file} is no SQLite database`);
  const manifest = readManifest(file);
  if (manifest !== null) {
    if (stat.size !== manifest.bytes)
      throw new BackupError(
        "damaged",
        `${file} has ${stat.size} bytes, and had ${manifest.bytes} when it was taken`,
      );
    if ((await fileDigest(file)) !== manifest.sha256)
      throw new BackupError("damaged", `${file} is not as it was when it was taken: its SHA-256 differs`);
  }
  if (header[LOG_BYTE] === 2 && !existsSync(`${file}-wal`) && !withoutLog)
    throw new BackupError(
      "failed",
      `${file} is a copy of a live database without its ${file}-wal, where the newest events may stand; ` +
        "restore one that npm run backup made, copy both files, or say --without-log if it was whole when it was copied",
    );
  return manifest;
}

/**
 * Copies a backup to `draft`, a file that is there already, and verifies the copy: whoever alters the backup meanwhile
 * alters nothing. Ends the sessions in the copy.
 * @throws BackupError naming what is wrong with the backup
 */
export async function checkBackup(
  file: string,
  draft: string,
  { withoutLog }: { withoutLog: boolean },
): Promise<{ contents: Contents; manifest: Manifest | null }> {
  const manifest = await checkFile(file, withoutLog);
  copyFileSync(file, draft);
  // The copy has taken over the mode as well.
  chmodSync(draft, 0o600);
  if (existsSync(`${file}-wal`) && headerOf(file)[LOG_BYTE] === 2)
    copyFileSync(`${file}-wal`, `${draft}-wal`);
  const copy = new Database(draft, { fileMustExist: true });
  try {
    copy.pragma("journal_mode = DELETE");
    checkCopy(copy, file);
    const contents = readContents(copy);
    if (contents.migration === 0 || contents.tables.installation === undefined)
      throw new BackupError("failed", `${file} is a database, but not one of Intishar`);
    if (contents.migration > Math.max(...readMigrations().map(({ when }) => when)))
      throw new BackupError("failed", `${file} was made by a newer Intishar; update this one first`);
    if (manifest !== null && manifest.contents !== contentsDigest(contents))
      throw new BackupError("damaged", `${file} holds something else than its manifest says`);
    forgetEntry(copy);
    return { contents, manifest };
  } finally {
    copy.close();
  }
}
