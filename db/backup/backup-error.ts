import Database from "better-sqlite3";
import type { BackupFault } from "#lib/domain/backup.ts";

/** A backup or a restore that did not come about; the message is one line that names the file. */
export class BackupError extends Error {
  override readonly name = "BackupError";
  constructor(
    readonly fault: BackupFault,
    message: string,
  ) {
    super(message);
  }
}

const FAULT_OF_CODE: readonly [RegExp, BackupFault][] = [
  [/^(?:ENOSPC|EDQUOT|SQLITE_FULL)/, "disk-full"],
  [
    /^(?:EACCES|EPERM|EROFS|EEXIST|ENOTDIR|ENOENT|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/,
    "not-writable",
  ],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, "damaged"],
];

/** Any error as one of ours; `place` is the file or folder that was worked on. */
export function asBackupError(error: unknown, place: string): BackupError {
  if (error instanceof BackupError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const fault = FAULT_OF_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? "failed";
  const reason = error instanceof Error ? error.message : String(error);
  return new BackupError(fault, `${place}${fault === "damaged" ? " is damaged" : ""}: ${reason}`);
}

/** Whether another connection, of whatever process, holds the file. */
export function isInUse(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/.test(error.code);
}
