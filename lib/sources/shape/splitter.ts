import type { FileFaultError } from "../file-fault.ts";

/** Longest row taken, in characters: beyond it the file is not what it seems. */
export const ROW_MAX = 1024 * 1024;

/** One row of a file: its fields (a value of JSON is one field) and the line it ends on, from 1. */
export interface Row {
  readonly line: number;
  readonly fields: readonly string[];
  /** Of the last row, where no line end stands behind it. */
  readonly open?: true;
}

/** Cuts text that comes in chunks into rows. */
export interface Splitter {
  /** The rows that the text so far completes. */
  push(text: string): Row[];
  /** The last rows; the text has ended. */
  end(): Row[];
  /** Why nothing more can be read; the rows before it were given out. */
  readonly failure: FileFaultError | undefined;
}
