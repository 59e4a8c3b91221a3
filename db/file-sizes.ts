import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Below a GiB an import, or the log under a long reader, may fill what is left. */
const LOW_BYTES = 1024 ** 3;

/** Bytes that this process may still write beside the database. */
export function freeBytes(databasePath: string): number {
  const { bavail, bsize } = statfsSync(dirname(databasePath));
  return bavail * bsize;
}

/** `warning` when less than a GiB is left. */
export function diskWarning(databasePath: string): "warning" | undefined {
  return freeBytes(databasePath) < LOW_BYTES ? "warning" : undefined;
}

/** Length of the write-ahead log. */
export function logBytes(databasePath: string): number {
  return statSync(`${databasePath}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
