/** Why a file, or the rest of it, cannot be read. Each has a sentence in every language's catalogue. */
export const FILE_FAULT_REASONS = [
  "empty",
  "no-rows",
  "binary",
  "archive",
  "archive-damaged",
  "several-files",
  "unknown-encoding",
  "unknown-sheet",
  "sheet-damaged",
  "workbook-too-large",
  "json-cut-short",
  "json-damaged",
  "no-header",
  "missing-columns",
  "duplicate-column",
  "too-many-columns",
  "gzip-cut-short",
  "gzip-damaged",
  "row-too-long",
  "quote-not-closed",
  "bad-quote",
  "too-large",
  "digits-lost",
  "day-or-month",
  "point-or-comma",
  "faults-in-rows",
  "interrupted",
] as const;
export type FileFaultReason = (typeof FILE_FAULT_REASONS)[number];

/** A fault of a file: `line` where reading stopped, `detail` the columns or the limit meant. */
export interface FileFault {
  readonly reason: FileFaultReason;
  readonly line?: number;
  readonly detail?: string;
}

/** Thrown by readers of files; carries the fault for the page and an English line for the command. */
export class FileFaultError extends Error {
  override readonly name = "FileFaultError";
  constructor(readonly fault: FileFault) {
    super(fault.reason);
  }
}
