import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Failure } from "#app/_front/failure-line.ts";
import type { HousekeepingJob, HousekeepingReport } from "#app/_front/housekeeping-job.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";

const WORKER = new URL("./housekeeping-worker.mjs", import.meta.url);
const SOON = MINUTE;

export interface HousekeepingOptions {
  readonly databasePath: string;
  readonly log: (failure: Failure) => void;
  /** Told after every round. */
  readonly onReport: (report: HousekeepingReport) => void;
  /** Milliseconds until the first round; a minute when absent. */
  readonly firstAfter?: number;
}

/**
 * Once a day, in a thread of its own: reads the database file for damage, and forgets what has lain in quarantine for
 * too long.
 */
export function housekeeping(options: HousekeepingOptions): { start(): void; stop(): Promise<void> } {
  const { databasePath, log, onReport, firstAfter = SOON } = options;
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | null = null;
  let isStopped = false;

  async function round(): Promise<void> {
    const job: HousekeepingJob = { databasePath };
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    worker = new Worker(WORKER, { workerData: job, execArgv: [] });
    try {
      const [report] = (await once(worker, "message")) as [HousekeepingReport];
      for (const finding of report.damage) log({ event: "database-damaged", error: new Error(finding) });
      onReport(report);
    } catch (error) {
      if (!isStopped) log({ event: "housekeeping-failed", error });
    } finally {
      worker = null;
    }
    if (isStopped) return;
    timer = setTimeout(() => void round(), DAY);
    timer.unref();
  }

  return {
    start() {
      timer = setTimeout(() => void round(), firstAfter);
      timer.unref();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await worker?.terminate();
    },
  };
}
