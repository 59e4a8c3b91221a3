import { existsSync, statSync } from "node:fs";
import Database from "better-sqlite3";
import { backupFolder } from "./backup/backup-folder.ts";
import { openDatabase } from "./open-database.ts";
import { isBusyError } from "./storage-error.ts";
import { type Standing, standingOf } from "./upgrade/applied-migrations.ts";
import { copyBefore, deleteOldCopies, expectRoom, freeBytesAt } from "./upgrade/copy-before.ts";
import { type Migration, readMigrations } from "./upgrade/migration-files.ts";
import { expectFirstStart } from "./upgrade/missing-file.ts";
import { type RowCounts, readRowCounts } from "./upgrade/row-counts.ts";
import { movesRows, runMigrations, workOf } from "./upgrade/run-migrations.ts";
import { UpgradeError } from "./upgrade/upgrade-error.ts";
import { UpgradeProgress } from "./upgrade/upgrade-progress.ts";

/** Another program that upgrades the same file may take longer; the next start finds it done. */
const LOCK_PATIENCE_MS = 30_000;
/** Copying a row and reading it again, in the units of `workOf`. */
const COPY_COST = 1.5;

export interface MigrateOptions {
  /** Told the part that is done, 0 to 1, at most once a percent; not called for a new file. */
  readonly onProgress?: (done: number) => void;
  /** Whether an empty database may begin where traces of another lie. Default: no. */
  readonly isNewAllowed?: boolean;
  /** Folder of the backups of the file. Default: `backups` beside it. */
  readonly backups?: string;
  /** Default: all that this program knows. */
  readonly known?: readonly Migration[];
  /** Room on the disk of the file. Default: as the disk says. */
  readonly freeBytes?: number;
}

/**
 * What the file at `path` has not run yet. Reads only.
 * @throws {UpgradeError} when this program must not touch the file: it is newer, another's, or missing
 */
export function pendingMigrations(
  path: string,
  {
    isNewAllowed = false,
    backups = backupFolder(path, undefined),
    known = readMigrations(),
  }: MigrateOptions = {},
): Standing {
  const standing = standingAt(path, known);
  if (standing.isNew && !isNewAllowed) expectFirstStart(path, backups);
  return standing;
}

/**
 * Brings the file at `path` to the schema of this version, creating it if absent. Runs before serving. A file with
 * rows is copied first; the whole upgrade is one transaction, and of several programs one does it.
 * @throws {UpgradeError} in words for the operator; the file is then as it was
 */
export function migrate(path: string, options: MigrateOptions = {}): void {
  const { known = readMigrations(), onProgress = () => {} } = options;
  if (pendingMigrations(path, { ...options, known }).pending.length === 0) return;
  const db = openDatabase(path, { busyMs: LOCK_PATIENCE_MS, cacheMebibytes: 64 });
  const { $client: client } = db;
  try {
    // Within a transaction this cannot be changed; the runner looks at all references in the end.
    client.pragma("foreign_keys = OFF");
    begin(client, path);
    try {
      upgradeLocked(client, { ...options, path, known, onProgress });
    } finally {
      if (client.inTransaction) client.exec("ROLLBACK");
    }
    client.pragma("wal_checkpoint(TRUNCATE)");
    deleteOldCopies(path);
  } finally {
    client.close();
  }
}

function standingAt(path: string, known: readonly Migration[]): Standing {
  if (!existsSync(path) || statSync(path).size === 0) return { isNew: true, pending: known };
  const client = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return standingOf(client, { path, known });
  } finally {
    client.close();
  }
}

function begin(client: Database.Database, path: string): void {
  try {
    client.exec("BEGIN IMMEDIATE");
  } catch (error) {
    if (!isBusyError(error)) throw error;
    throw new UpgradeError(
      `Another program is writing to ${path}, or upgrading it. Stop it, or wait for it; then start again.`,
      { cause: error },
    );
  }
}

/** Another program may have upgraded the file while this one waited for the lock, so what is pending is asked anew. */
function upgradeLocked(
  client: Database.Database,
  {
    path,
    known,
    onProgress,
    freeBytes = freeBytesAt(path),
  }: MigrateOptions & Required<Pick<MigrateOptions, "known" | "onProgress">> & { path: string },
): void {
  const { isNew, pending } = standingOf(client, { path, known });
  const [first] = pending;
  if (first === undefined) return;
  const rows = readRowCounts(client);
  const copying = isNew ? 0 : COPY_COST * [...rows.values()].reduce((sum, count) => sum + count, 0);
  const progress = new UpgradeProgress(copying + workOf(pending, rows), isNew ? () => {} : onProgress);
  if (isNew) {
    runMigrations(client, pending, { rows, progress });
    client.exec("COMMIT");
    return;
  }
  expectRoom(path, pending.some(movesRows), freeBytes);
  const copy = progress.during(copying, () => copied(path, first.tag, rows));
  try {
    runMigrations(client, pending, { rows, progress });
    client.exec("COMMIT");
  } catch (error) {
    throw new UpgradeError(
      `The upgrade of ${path} failed, and the file is as it was. ${reasonOf(error)} A copy made before it is ${copy}.`,
      { cause: error },
    );
  }
}

function copied(path: string, tag: string, rows: RowCounts): string {
  try {
    return copyBefore(path, tag, rows);
  } catch (error) {
    throw new UpgradeError(
      `${path} could not be copied, so it was not upgraded. Nothing was changed. ${reasonOf(error)}`,
      { cause: error },
    );
  }
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.endsWith(".") ? text : `${text}.`;
}
