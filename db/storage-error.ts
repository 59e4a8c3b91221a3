import Database from "better-sqlite3";

const STORAGE = /^SQLITE_(FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN|BUSY|LOCKED|NOMEM|PERM)/;

/** The file that a connection writes to no longer stands at its path: a start would find none, or another. */
export class MovedFileError extends Error {
  override readonly name = "MovedFileError";
}

/** Whether an error says that storage cannot take a write now, whatever is written. */
export function isStorageError(error: unknown): boolean {
  if (error instanceof MovedFileError) return true;
  return error instanceof Database.SqliteError && STORAGE.test(error.code);
}

/** Whether an error says that the file is damaged: what is written to it from then on may be lost, or lose more. */
export function isMalformedError(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
}

/** Whether an error says that somebody else is writing. */
export function isBusyError(error: unknown): boolean {
  return error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
}
