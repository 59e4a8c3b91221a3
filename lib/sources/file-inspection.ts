import type { ColumnMapping } from "./column-mapping.ts";
import type { FileFormat } from "./detect-format.ts";

/** What a file tells before anything is decided. */
export interface FileInspection {
  readonly format: FileFormat;
  /** Names of the columns, or `#1`, `#2` … where the table has no heading; of JSON the keys of all its objects. */
  readonly header: string[];
  /** First rows, their fields in the order of the header. */
  readonly sample: string[][];
  readonly mapping: ColumnMapping;
  /** Sheets of a workbook. */
  readonly sheets?: readonly string[];
}
