import Database from "better-sqlite3";

const MOST = 5;

/**
 * Reads the whole file and looks for damage. Takes as long as reading it does: not for a thread that serves.
 * @returns what SQLite found, at most five findings; none for a sound file
 */
export function checkSoundness(path: string): string[] {
  try {
    const client = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const found = client.prepare(`PRAGMA quick_check(${MOST})`).pluck().all() as string[];
      return found.filter((line) => line !== "ok");
    } finally {
      client.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
      return [error.message];
    throw error;
  }
}
