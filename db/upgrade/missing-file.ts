import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isBackupOf, listBackups } from "#db/backup/list-backups.ts";
import { copiesOf } from "./copy-before.ts";
import { UpgradeError } from "./upgrade-error.ts";

/** What a server leaves beside its database: the count of acknowledged events, and the key of sessions. */
const SIDE_FILES = [".mark", ".secret"] as const;
/** What a restore leaves of the file that it replaced. */
const REPLACED = ".replaced-";
const LOG_OR_INDEX = /-(?:wal|shm|journal)$/;

/**
 * Refuses to begin an empty database where there was one: a volume that is not mounted looks like a first start, and
 * every printed link would lead nowhere. Backups may lie on another disk, and tell of a database that has left nothing
 * else.
 * @param backups folder of its backups; need not exist
 * @throws {UpgradeError} naming what lies there, and how to begin anew all the same
 */
export function expectFirstStart(path: string, backups: string): void {
  const traces = [
    ...SIDE_FILES.map((ending) => path + ending).filter(existsSync),
    ...logsWithout(path),
    ...copiesOf(path),
    ...replacedOf(path),
  ];
  const backup = listBackups(backups).find(({ name }) => isBackupOf(path, name));
  const words = [
    ...(traces.length === 0
      ? []
      : [`${traces.join(", ")} ${traces.length === 1 ? "lies" : "lie"} beside it`]),
    ...(backup === undefined ? [] : [`${join(backups, backup.name)} is its newest backup`]),
  ];
  if (words.length === 0) return;
  throw new UpgradeError(
    `${path} is missing or empty, but there was a database before: ${words.join(", and ")}. Put it back ` +
      `(is its disk mounted?)${backup === undefined ? "" : ", restore the backup (npm run restore)"}, or set ` +
      "INTISHAR_NEW_DATABASE=1 for one start to begin an empty one.",
  );
}

/** The log of a file that is gone. One whose file is there by now belongs to a program that starts at this moment. */
function logsWithout(path: string): string[] {
  const log = `${path}-wal`;
  return existsSync(log) && (statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0 ? [log] : [];
}

function replacedOf(path: string): string[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith(basename(path) + REPLACED) && !LOG_OR_INDEX.test(name))
    .map((name) => join(folder, name));
}
