import { on } from "node:events";
import { statSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { type Batching, batchRows, type RowBatch } from "./batch-rows.ts";
import { unpackEvents } from "./pack-events.ts";
import type { EventFile } from "./read-events.ts";
import type { ReaderMessage, ReaderTask } from "./reader-thread.ts";

const READER = new URL("./reader-thread.mjs", import.meta.url);

/** Below this a file is read sooner than a thread has started. */
const THREAD_BYTES = 1024 * 1024;

/** Sizes of the reader's heap that are enough for its batches; unbounded, garbage piles up beside them. */
const HEAP = { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 };

/**
 * The batches of a file, as `batchRows` gives them. A large file is read, inflated and checked in a thread of
 * its own, one or two batches ahead, while this one stores what came before.
 * @throws FileFaultError after the last batch that could be read before the fault
 */
export async function* readAhead(file: EventFile, batching: Batching): AsyncGenerator<RowBatch> {
  if (statSync(file.path).size < THREAD_BYTES) return yield* batchRows(file, batching);
  const task: ReaderTask = { file, batching };
  // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
  const worker = new Worker(READER, { workerData: task, execArgv: [], resourceLimits: HEAP });
  try {
    for await (const [message] of on(worker, "message", { close: ["exit"] }) as AsyncIterable<
      [ReaderMessage]
    >) {
      if ("fault" in message) {
        if (message.fault !== null) throw new FileFaultError(message.fault);
        return;
      }
      worker.postMessage("taken");
      yield { ...message, events: unpackEvents(message.events) };
      // A batch that waits already would be taken before any signal is heard.
      await setImmediate();
    }
    throw new Error("the reader of the file ended early");
  } finally {
    await worker.terminate();
  }
}
