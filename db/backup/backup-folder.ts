import { dirname, join, resolve } from "node:path";

/** Where backups go: BACKUP_PATH, or `backups` beside the database. */
export function backupFolder(databasePath: string, backupPath: string | undefined): string {
  const given = backupPath?.trim() ?? "";
  // The operator's to choose: the bundler must not take it for a part of the project.
  return given === ""
    ? join(/* turbopackIgnore: true */ dirname(resolve(/* turbopackIgnore: true */ databasePath)), "backups")
    : resolve(/* turbopackIgnore: true */ given);
}
