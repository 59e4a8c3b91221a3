import { Worker } from "node:worker_threads";
import type { Failure } from "#app/_front/failure-line.ts";
import type { SettlingJob } from "#app/_front/settling-job.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const WORKER = new URL("./settling-worker.mjs", import.meta.url);
/** Ancestors that come one after the other are settled together. */
const POLL_MS = 500;

/**
 * Puts shares that were held back where they belong, in a thread of its own, until none is left. `stop` lets the step at
 * hand finish; the rest goes on at the next start.
 */
export function settler(options: {
  /** A connection of its own, let go of when it stops. */
  db: IntisharDatabase;
  log: (failure: Failure) => void;
  /** Told whenever nothing is left to do. */
  onSettled?: () => void;
}): { start(): void; stop(): Promise<void> } {
  const { db, log, onSettled } = options;
  const store = eventStoreOf(db);
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let notBefore = 0;

  const fail = (error: unknown) => {
    notBefore = performance.now() + MINUTE;
    log({ event: "settling-failed", error });
  };

  const poll = () => {
    if (running !== undefined || performance.now() < notBefore) return;
    try {
      if (store.listUnsettled().length === 0) return;
      running = runWorker({ databasePath: db.$client.name, stop })
        .then(onSettled, fail)
        .finally(() => {
          running = undefined;
        });
    } catch (error) {
      fail(error);
    }
  };

  return {
    start() {
      timer = setInterval(poll, POLL_MS);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      Atomics.store(new Int32Array(stop), 0, 1);
      Atomics.notify(new Int32Array(stop), 0);
      await running;
      db.$client.close();
    },
  };
}

function runWorker(job: SettlingJob): Promise<void> {
  return new Promise((resolve, reject) => {
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    const worker = new Worker(WORKER, { workerData: job, execArgv: [] });
    worker.once("error", reject);
    worker.once("exit", () => resolve());
  });
}
