import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Failure } from "#app/_front/failure-line.ts";
import type { ImportJob } from "#app/_front/import-job.ts";
import { findNextImport } from "#db/import/find-next-import.ts";
import { resumeImports } from "#db/import/resume-imports.ts";
import { sweepUploads } from "#db/import/sweep-uploads.ts";
import type { IntisharDatabase } from "#db/open-database.ts";

const POLL_MS = 250;
const WORKER = new URL("./import-worker.mjs", import.meta.url);

/**
 * Works off imports that wait, the oldest first and one at a time, each in a thread of its own so that
 * pages stay quick. `stop` lets the batch at hand finish; the import goes on at the next start.
 */
export function importRunner(options: {
  /** A connection of its own, let go of when it stops. */
  db: IntisharDatabase;
  log?: (failure: Failure) => void;
}): {
  start(): void;
  stop(): Promise<void>;
} {
  const { db, log } = options;
  const databasePath = db.$client.name;
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const poll = () => {
    if (running !== undefined) return;
    try {
      const next = findNextImport(db);
      if (next === null) return;
      running = runWorker({ databasePath, ...next, stop })
        .catch((error: unknown) => log?.({ event: "import-failed", error }))
        .finally(() => {
          running = undefined;
        });
    } catch (error) {
      log?.({ event: "import-failed", error });
    }
  };

  return {
    start() {
      const now = Date.now();
      resumeImports(db, now);
      sweepUploads(db, join(dirname(databasePath), "uploads"), now);
      timer = setInterval(poll, POLL_MS);
    },
    async stop() {
      clearInterval(timer);
      Atomics.store(new Int32Array(stop), 0, 1);
      await running;
      db.$client.close();
    },
  };
}

function runWorker(job: ImportJob): Promise<void> {
  return new Promise((resolve, reject) => {
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    const worker = new Worker(WORKER, { workerData: job, execArgv: [] });
    worker.once("error", reject);
    worker.once("exit", () => resolve());
  });
}
