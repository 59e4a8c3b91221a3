import { Worker } from "node:worker_threads";
import type { Failure } from "#app/_front/failure-line.ts";
import type { HousekeepingJob, HousekeepingReport } from "#app/_front/housekeeping-job.ts";
import { logBytes } from "#db/file-sizes.ts";
import { LONGEST_LOG_BYTES } from "#db/open-database.ts";
import { DAY, MINUTE, SECOND } from "#lib/time/lengths.ts";

const WORKER = new URL("./housekeeping-worker.mjs", import.meta.url);
const SOON = MINUTE;
const LOG_EVERY = 5 * SECOND;

export interface HousekeepingOptions {
  readonly databasePath: string;
  readonly log: (failure: Failure) => void;
  /** Told after every round. */
  readonly onReport: (report: HousekeepingReport) => void;
  /** Milliseconds until the first round; a minute when absent. */
  readonly firstAfter?: number;
  /** Milliseconds between two looks at the log; five seconds when absent. */
  readonly logEvery?: number;
}

/**
 * Once a day, in a thread of its own: reads the database file for damage, and forgets what has lain in quarantine for
 * too long. Whenever somebody who read for long has let the log grow beyond what may be left of it, empties that.
 */
export function housekeeping(options: HousekeepingOptions): { start(): void; stop(): Promise<void> } {
  const { databasePath, log, onReport, firstAfter = SOON, logEvery = LOG_EVERY } = options;
  const working = new Map<HousekeepingJob["task"], Worker>();
  let timer: NodeJS.Timeout | undefined;
  let logTimer: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function work<T>(task: HousekeepingJob["task"], onDone: (told: T) => void): Promise<void> {
    if (working.has(task)) return;
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    const worker = new Worker(WORKER, {
      workerData: { task, databasePath } satisfies HousekeepingJob,
      execArgv: [],
    });
    working.set(task, worker);
    try {
      const told = await endOf<T>(worker);
      if (told !== undefined) onDone(told);
    } catch (error) {
      if (!isStopped) log({ event: "housekeeping-failed", error });
    } finally {
      working.delete(task);
    }
  }

  async function round(): Promise<void> {
    await work<HousekeepingReport>("round", (report) => {
      for (const finding of report.damage) log({ event: "database-damaged", error: new Error(finding) });
      onReport(report);
    });
    if (isStopped) return;
    timer = setTimeout(() => void round(), DAY);
    timer.unref();
  }

  return {
    start() {
      timer = setTimeout(() => void round(), firstAfter);
      timer.unref();
      logTimer = setInterval(() => {
        // Whether it could is seen by its length the next time.
        if (logBytes(databasePath) > LONGEST_LOG_BYTES) void work<boolean>("log", () => {});
      }, logEvery);
      logTimer.unref();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      clearInterval(logTimer);
      await Promise.all([...working.values()].map((worker) => worker.terminate()));
    },
  };
}

/** What a thread told before it ended; nothing when it was ended before. */
function endOf<T>(worker: Worker): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    let told: T | undefined;
    worker.once("message", (value: T) => {
      told = value;
    });
    worker.once("error", reject);
    worker.once("exit", () => resolve(told));
  });
}
