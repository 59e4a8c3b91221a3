import { setImmediate } from "node:timers/promises";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { type EventFile, type EventRow, type FaultyRow, readEvents } from "./read-events.ts";

/** Rows of a file that belong into one transaction, and the bytes of the file read by their end. */
export interface RowBatch {
  readonly rows: readonly (EventRow | FaultyRow)[];
  readonly bytesRead: number;
}

// Enough to spread the cost of a commit, few enough not to hold the event loop for long.
const BATCH = 10_000;

/**
 * Gathers the rows of a file into batches of some 10,000 and lets the event loop turn between them.
 * @param skip rows at the start of the file to leave out
 * @throws FileFaultError after the last batch that could be read before the fault
 */
export async function* batchRows(file: EventFile, skip = 0): AsyncGenerator<RowBatch> {
  let rows: (EventRow | FaultyRow)[] = [];
  let bytesRead = 0;
  let fault: FileFaultError | undefined;
  try {
    const onBytes = (read: number) => {
      bytesRead = read;
    };
    for await (const some of readEvents({ ...file, onBytes })) {
      for (const row of some) if (row.row > skip) rows.push(row);
      if (rows.length < BATCH) continue;
      yield { rows, bytesRead };
      rows = [];
      await setImmediate();
    }
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
    fault = error;
  }
  if (rows.length > 0) yield { rows, bytesRead };
  if (fault !== undefined) throw fault;
}
