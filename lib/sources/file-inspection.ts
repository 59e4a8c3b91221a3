import type { ColumnMapping } from "./column-mapping.ts";
import type { FileFormat } from "./detect-format.ts";

/** What the head of a file tells before anything is decided. */
export interface FileInspection {
  readonly format: FileFormat;
  /** Names of the columns; of NDJSON the keys of its first rows. */
  readonly header: string[];
  /** First rows, their fields in the order of the header. */
  readonly sample: string[][];
  readonly mapping: ColumnMapping;
}
