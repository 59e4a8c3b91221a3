import type { IntakeCounts } from "#lib/domain/import.ts";

/** How far reading a file has come; `bytesRead` are those of the file itself, compressed or not. */
export interface ImportProgress {
  readonly bytesRead: number;
  readonly counts: IntakeCounts;
  /** Rows read since this start; `counts` go back to the first start of an import that was interrupted. */
  readonly rowsRead: number;
}
