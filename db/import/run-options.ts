import type { ImportProgress } from "./import-progress.ts";

/** What running an import needs from outside. */
export interface RunOptions {
  /** Where the file lies. */
  readonly path: string;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Asked between batches; true takes the import back, and what it throws leaves in what is in. */
  readonly shouldStop?: () => boolean;
  /** Rows of one transaction: more cost less each, but hold up other writers for longer. */
  readonly batchSize?: number;
}
