import { closeSync, fsyncSync, openSync, statfsSync, writeSync } from "node:fs";
import { BackupError } from "./backup-error.ts";

const OWNER_ONLY = 0o600;
/** What the collector may write meanwhile. */
const SPARE_BYTES = 64 * 1024 * 1024;

/** Writes a new file that its owner alone may read, and waits until it is on stable storage. */
export function writeDurably(path: string, content: string): void {
  const file = openSync(path, "wx", OWNER_ONLY);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes an empty file that its owner alone may read. */
export function reserve(path: string): void {
  closeSync(openSync(path, "wx", OWNER_ONLY));
}

/** Waits until a file, or the names in a folder, are on stable storage. */
export function settle(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * A copy that fills the disk would stop the collector.
 * @throws BackupError when `bytes` do not fit
 */
export function assertFits(folder: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const needed = bytes + SPARE_BYTES;
  if (free >= needed) return;
  const [has, needs] = [free, needed].map((count) => `${Math.ceil(count / 1024 / 1024)} MiB`);
  throw new BackupError("disk-full", `${folder} has ${has} left, and the copy needs ${needs}`);
}
