import { setImmediate } from "node:timers/promises";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { type EventFile, type FaultyRow, readEvents } from "./read-events.ts";

/** Rows of a file that belong into one transaction, and the bytes of the file read by their end. */
export interface RowBatch {
  readonly events: readonly CampaignEvent[];
  /** Where each of the events stands in the file. */
  readonly places: EventPlaces;
  readonly faulty: readonly FaultyRow[];
  readonly bytesRead: number;
  /** Cells of its rows from which invisible marks were taken. */
  readonly marked: number;
}

/** Rows and lines of events, as `EventRow` has them, in two columns. */
export interface EventPlaces {
  readonly rows: readonly number[];
  readonly lines: readonly number[];
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
  let places = { rows: [] as number[], lines: [] as number[] };
  let faulty: FaultyRow[] = [];
  const tally = { marked: 0 };
  let bytesRead = 0;
  let fault: FileFaultError | undefined;
  try {
    const onBytes = (read: number) => {
      bytesRead = read;
    };
    for await (const some of readEvents({ ...file, onBytes, tally })) {
      for (const row of some) {
        if (row.row <= skip) continue;
        if ("event" in row) {
          events.push(row.event);
          places.rows.push(row.row);
          places.lines.push(row.line);
        } else faulty.push(row);
      }
      if (events.length + faulty.length < size) continue;
      yield { events, places, faulty, bytesRead, marked: tally.marked };
      tally.marked = 0;
      events = [];
      places = { rows: [], lines: [] };
      faulty = [];
      await setImmediate();
    }
  } catch (error) {
    if (!(error instanceof FileFaultError)) throw error;
    fault = error;
  }
  if (events.length + faulty.length > 0) yield { events, places, faulty, bytesRead, marked: tally.marked };
  if (fault !== undefined) throw fault;
}
