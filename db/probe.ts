import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import type { IntisharDatabase } from "./open-database.ts";
import { OWNER_ONLY } from "./owner-only.ts";
import { prepare } from "./prepare.ts";
import { isBusyError, MovedFileError } from "./storage-error.ts";

/** SQLite does not write a row that stays the same, so the time always grows. */
const WRITE = `INSERT INTO installation (id, probed_at) VALUES (1, ?)
  ON CONFLICT DO UPDATE SET probed_at = max(excluded.probed_at, ifnull(probed_at, 0) + 1)`;

/** More than a commit of events takes. */
const BALLAST_BYTES = 1024 * 1024;

/** How long a write stands for those to come. */
const STANDS_MS = 10_000;

/** Asks whether what is written to a database reaches the disk, in the file that a start would open. */
export interface Probe {
  /**
   * Writes and syncs a row, at most every ten seconds while that works. At first, and after it failed, there must be
   * room for more than that row as well: it may fit where a commit of events does not. Somebody else's write at that
   * moment is as good. @throws when the database takes no write
   */
  check(): undefined;
  /** Writes once more, whatever was proven before. @throws unless the disk has room and took a row */
  prove(): void;
  /** Costs a look at the folder. @throws MovedFileError when the file is no longer at its path */
  expectPlace(): void;
}

/**
 * @param now milliseconds that never go back
 */
export function createProbe(db: IntisharDatabase, now: () => number = () => performance.now()): Probe {
  const path = db.$client.name;
  const opened = identityOf(path);
  let last: "unknown" | "proven" | "failed" = "unknown";
  let provenAt = 0;
  const expectPlace = () => {
    if (identityOf(path) !== opened)
      throw new MovedFileError("another file stands in the database's place, or none");
  };
  const check = (): undefined => {
    expectPlace();
    if (last === "proven" && now() - provenAt < STANDS_MS) return;
    try {
      if (last !== "proven") writeBallast(`${path}.probe`);
      if (!writeRow(db)) {
        if (last === "failed") throw new Error("somebody else has been writing since it failed");
        return;
      }
      last = "proven";
      provenAt = now();
    } catch (error) {
      last = "failed";
      throw error;
    }
  };
  const prove = () => {
    expectPlace();
    writeBallast(`${path}.probe`);
    if (!writeRow(db)) throw new Error("somebody else is writing");
  };
  return { check, prove, expectPlace };
}

/** False while somebody else writes. */
function writeRow(db: IntisharDatabase): boolean {
  try {
    prepare(db.$client, WRITE).run(Date.now());
    return true;
  } catch (error) {
    if (isBusyError(error)) return false;
    throw error;
  }
}

/** Writes and syncs more than a commit of events takes, and deletes it again. @throws what the disk says */
export function writeBallast(path: string): void {
  try {
    const file = openSync(path, "w", OWNER_ONLY);
    try {
      writeSync(file, Buffer.alloc(BALLAST_BYTES), 0, BALLAST_BYTES, 0);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } finally {
    rmSync(path, { force: true });
  }
}

function identityOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}
