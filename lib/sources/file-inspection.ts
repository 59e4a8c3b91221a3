import type { FileFormat } from "./detect-format.ts";
import type { ColumnGuess } from "./guess-columns.ts";

/** What a file tells before anything is decided. */
export interface FileInspection extends ColumnGuess {
  readonly format: FileFormat;
  /** Names of the columns, or `#1`, `#2` … where the table has no heading; of JSON the keys of all its objects. */
  readonly header: string[];
  /** First rows, their fields in the order of the header. */
  readonly sample: string[][];
  /** Sheets of a workbook. */
  readonly sheets?: readonly string[];
  /** Files of an archive that holds several. */
  readonly entries?: readonly string[];
}
