import { writeBallast } from "./probe.ts";
import { isStorageError } from "./storage-error.ts";

const FULL = ["ENOSPC", "EDQUOT", "SQLITE_FULL"];

/**
 * Whether work on the database at `path` failed because its disk has no room. SQLite says of a file whose log or index
 * it cannot make only that something went wrong with it, so the disk itself is asked.
 */
export function lacksRoom(error: unknown, path: string): boolean {
  return isFull(error) || (isStorageError(error) && !hasRoom(path));
}

/** Whether the disk of the database at `path` takes what a start or a commit writes; what else is amiss does not count. */
export function hasRoom(path: string): boolean {
  try {
    writeBallast(`${path}.probe`);
    return true;
  } catch (error) {
    return !isFull(error);
  }
}

/** Whether an error, or what caused it, says that a disk is full. */
function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && FULL.includes(String(error.code))) || isFull(error.cause);
}
