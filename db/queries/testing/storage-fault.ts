import Database from "better-sqlite3";

/** What the driver throws when SQLite fails with a code of its, such as SQLITE_FULL. */
export function storageFault(code: string): Error {
  return new Database.SqliteError(`a fault of the test: ${code}`, code);
}
