import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import Database from "better-sqlite3";
import { type RowCounts, readRowCounts } from "./row-counts.ts";
import { NoRoomError, UpgradeError } from "./upgrade-error.ts";

const OWNER_ONLY = 0o600;
const DRAFT = ".db.part";
const MOST_KEPT = 2;
const MEBIBYTE = 1024 * 1024;
/** What SQLite itself may want beside the rows: the log's index, pages that split. */
const SPARE_BYTES = 32 * MEBIBYTE;

/** Copies that were made of a file before it was upgraded, the latest first. */
export function copiesOf(path: string): string[] {
  return filesOf(path, ".db").toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}

/** Deletes all copies of a file but the latest two, and those that a crash left unfinished. */
export function deleteOldCopies(path: string): void {
  for (const copy of [...copiesOf(path).slice(MOST_KEPT), ...filesOf(path, DRAFT)])
    rmSync(copy, { force: true });
}

function filesOf(path: string, ending: string): string[] {
  const folder = dirname(path);
  if (!existsSync(folder)) return [];
  const stem = `${stemOf(path)}.before-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(stem) && name.endsWith(ending))
    .map((name) => join(folder, name));
}

/**
 * Copies a database beside itself, for its owner alone, and reads the copy through: it is sound and has as many rows
 * in each table. The caller holds the write lock, so that nothing is written in between.
 * @param rows what each table of the database has
 * @returns the copy's path
 * @throws {UpgradeError} when the copy is not the same
 */
export function copyBefore(path: string, tag: string, rows: RowCounts): string {
  const copy = join(dirname(path), `${stemOf(path)}.before-${tag}.db`);
  const draft = copy.replace(/\.db$/, DRAFT);
  rmSync(draft, { force: true });
  closeSync(openSync(draft, "wx", OWNER_ONLY));
  try {
    const source = new Database(path, { readonly: true, fileMustExist: true });
    try {
      source.prepare("VACUUM INTO ?").run(draft);
      expectSame(draft, rows);
    } finally {
      source.close();
    }
    // SQLite leaves that to whoever asked for the copy.
    sync(draft);
    renameSync(draft, copy);
    sync(dirname(copy));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  return copy;
}

/**
 * @param movesRows whether the upgrade writes rows anew: into the log first, then into the file
 * @param freeBytes on the disk that holds the file
 * @throws {NoRoomError} when the disk has no room for the copy and the upgrade
 */
export function expectRoom(path: string, movesRows: boolean, freeBytes: number): void {
  const bytes = sizeOf(path) + sizeOf(`${path}-wal`);
  const wanted = bytes * (movesRows ? 3 : 1) + SPARE_BYTES;
  if (freeBytes >= wanted) return;
  throw new NoRoomError(
    `The disk of ${path} has ${mebibytes(freeBytes)} MiB free, and its upgrade with a copy before it may need ` +
      `${mebibytes(wanted)} MiB. Nothing was changed. Make room, then start again.`,
  );
}

function expectSame(copy: string, rows: RowCounts): void {
  const client = new Database(copy, { readonly: true, fileMustExist: true });
  try {
    const found = client.pragma("quick_check(1)", { simple: true });
    if (found !== "ok") throw new UpgradeError(`The copy ${copy} is damaged: ${String(found)}.`);
    const copied = readRowCounts(client);
    const missing = [...rows].find(([table, count]) => copied.get(table) !== count);
    if (missing === undefined && copied.size === rows.size) return;
    throw new UpgradeError(`The copy ${copy} has not the same rows in ${missing?.[0] ?? "every table"}.`);
  } finally {
    client.close();
  }
}

function stemOf(path: string): string {
  return basename(path).replace(/\.db$/, "");
}

/** What the disk of a file has left for its owner. */
export function freeBytesAt(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / MEBIBYTE);
}

function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
