import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Mode of a file that its owner alone may read. */
export const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

/** Makes the folder of a file, with those above it, for the owner alone; one that is there is left as it is. */
export function makeFolderOf(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
}

/** Makes an empty file for the owner alone, unless there is one. */
export function makeOwnerOnly(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, "a", OWNER_ONLY));
}

/** Takes a file from everybody but its owner, whatever the umask was when it was made; one that is not there needs no care. */
export function takeFromOthers(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || (found.mode & OTHERS) === 0) return;
  try {
    chmodSync(path, found.mode & ~OTHERS);
  } catch {
    // Another account's file, or a disk that is read-only: it can be read all the same.
  }
}
