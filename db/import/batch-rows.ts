import { setImmediate } from "node:timers/promises";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { type EventFile, type FaultyRow, readEvents } from "./read-events.ts";

/** Rows of a file that belong into one transaction, and the bytes of the file read by their end. */
export interface RowBatch {
  readonly events: readonly CampaignEvent[];
  readonly faulty: readonly FaultyRow[];
  readonly bytesRead: number;
}

/** How a file is cut into batches. */
export interface Batching {
  /** Rows at the start of the file to leave out. */
  readonly skip: number;
  /** A batch has at least so many rows, and not many more; the last one fewer. */
  readonly size: number;
}

/**
 * Gathers the rows of a file into batches and lets the event loop turn between them.
 * @throws FileFaultError after the last batch that could be read before the fault
 */
export async function* batchRows(file: EventFile, { skip, size }: Batching): AsyncGenerator<RowBatch> {
  let events: CampaignEvent[] = [];
  let faulty: FaultyRow[] = [];
  let bytesRead = 0;
  let fault: FileFaultError | undefined;
  try {
    const onBytes = (read: number) => {
      bytesRead = read;
    };
    for await (const some of readEvents({ ...file, onBytes })) {
      for (const row of some) {
        if (row.row <= skip) continue;
        if ("event" in row) events.push(row.event);
        else faulty.push(row);
      }
      if (events.length + faulty.length < size) continue;
      yield { events, faulty, bytesRead };
      events = [];
      faulty = [];
      await setImmediate();
    }
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
    fault = error;
  }
  if (events.length + faulty.length > 0) yield { events, faulty, bytesRead };
  if (fault !== undefined) throw fault;
}
