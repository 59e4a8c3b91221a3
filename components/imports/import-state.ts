import type { DryRunReport, ImportStatus, IntakeCounts } from "#lib/domain/import.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";

/** What the server tells of an import while work is done for it. Times are UTC milliseconds. */
export interface ImportState {
  readonly status: ImportStatus;
  readonly counts: IntakeCounts;
  readonly bytesRead: number;
  readonly fileBytes: number;
  readonly startedAt: number | null;
  readonly cancelRequested: boolean;
  /** The server's clock: the browser's may differ. */
  readonly now: number;
  readonly report: DryRunReport | null;
  readonly fault: FileFault | null;
}
