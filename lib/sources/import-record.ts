import type { DryRunReport, ImportPolicy, ImportStatus, IntakeCounts } from "#lib/domain/import.ts";
import type { ColumnMapping } from "#lib/sources/column-mapping.ts";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import type { FileFault } from "#lib/sources/file-fault.ts";
import type { Reading } from "#lib/sources/reading.ts";

/** One file on its way into a campaign, or what it brought. Times are UTC milliseconds. */
export interface ImportRecord extends IntakeCounts {
  readonly id: number;
  readonly campaignId: number;
  readonly fileName: string;
  readonly fileBytes: number;
  /** Where the upload lies; null once it is gone. */
  readonly storedPath: string | null;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  /** Zone of times that state none. */
  readonly zone: string;
  readonly reading: Reading | null;
  readonly policy: ImportPolicy;
  readonly status: ImportStatus;
  readonly bytesRead: number;
  readonly report: DryRunReport | null;
  readonly fault: FileFault | null;
  /** Rows that say something else than the record of their id or code; no more than those that were known. */
  readonly conflicts: number;
  readonly cancelRequested: boolean;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}
