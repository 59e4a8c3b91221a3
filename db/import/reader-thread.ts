import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { type FileFault, FileFaultError } from "#lib/sources/file-fault.ts";
import { type Batching, batchRows, type RowBatch } from "./batch-rows.ts";
import { type PackedEvents, packEvents } from "./pack-events.ts";
import type { EventFile } from "./read-events.ts";

/** What a reader is started with. */
export interface ReaderTask {
  readonly file: EventFile;
  readonly batching: Batching;
}

/** What a reader sends: batches in the order of the file, then how the file ended. */
export type ReaderMessage =
  | (Omit<RowBatch, "events"> & { readonly events: PackedEvents })
  | { readonly fault: FileFault | null };

// One batch waits while another is stored; more would only fill memory.
const AHEAD = 1;

async function readFile({ file, batching }: ReaderTask): Promise<FileFault | null> {
  let ahead = 0;
  parentPort?.on("message", () => {
    ahead -= 1;
  });
  try {
    for await (const { events, ...batch } of batchRows(file, batching)) {
      while (ahead > AHEAD && parentPort !== null) await once(parentPort, "message");
      send({ events: packEvents(events), ...batch });
      ahead += 1;
    }
    return null;
  } catch (error) {
    if (error instanceof FileFaultError) return error.fault;
    throw error;
  }
}

function send(message: ReaderMessage): void {
  parentPort?.postMessage(message);
}

// What `readAhead` put in; there is no other caller.
const task: ReaderTask = workerData;
send({ fault: await readFile(task) });
parentPort?.close();
