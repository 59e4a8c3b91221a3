import type { IntakeCounts } from "#lib/domain/import.ts";

/** How far reading a file has come; `bytesRead` are those of the file itself, compressed or not. */
export interface ImportProgress {
  readonly bytesRead: number;
  readonly counts: IntakeCounts;
}
