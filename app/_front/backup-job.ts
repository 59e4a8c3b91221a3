import type { BackupFault } from "#lib/domain/backup.ts";

/** What the thread that takes a backup is given. */
export interface BackupJob {
  readonly databasePath: string;
  readonly folder: string;
  readonly keep: number;
  readonly version: string;
  /** The key that belongs to it, to be marked; null: none. */
  readonly secret: string | null;
  /** Not 0 once it should stop. */
  readonly stop: SharedArrayBuffer;
}

/** What became of it: null when it is there and verified. */
export interface BackupOutcome {
  readonly fault: BackupFault | null;
  /** Empty when it went well. */
  readonly message: string;
}
