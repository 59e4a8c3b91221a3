import { dirname, join, resolve } from "node:path";

/** Where backups go: BACKUP_PATH, or `backups` beside the database. */
export function backupFolder(databasePath: string, backupPath: string | undefined): string {
  const given = backupPath?.trim() ?? "";
  return given === "" ? join(dirname(resolve(databasePath)), "backups") : resolve(given);
}
