import { Worker } from "node:worker_threads";
import type { Failure } from "#app/_front/failure-line.ts";
import type { ForecastingJob } from "#app/_front/forecasting-job.ts";
import { type DueForecast, dueForecasts, dueScores } from "#db/forecasts/due-forecasts.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const WORKER = new URL("./forecasting-worker.mjs", import.meta.url);
/** The first ages of the grid are a quarter of an hour apart. */
const EVERY = 5 * MINUTE;

export interface ForecasterOptions {
  /** A connection of its own, let go of when it stops. */
  readonly db: IntisharDatabase;
  readonly log: (failure: Failure) => void;
  /** Milliseconds between two looks at what is due; five minutes when absent. */
  readonly every?: number;
  /** Told whenever all that was due is done. */
  readonly onDone?: () => void;
}

/**
 * Writes down the forecast of every campaign as it reaches an age of the grid, and what came of it when its horizon
 * has passed, in a thread of its own. Reading a page never does: what was said must not depend on who looked.
 */
export function forecaster(options: ForecasterOptions): { start(): void; stop(): Promise<void> } {
  const { db, log, every = EVERY, onDone } = options;
  /** Asked already by this process: where there is no forecast to be had, asking again gives none. */
  const asked = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let worker: Worker | undefined;
  let isStopped = false;

  const poll = () => {
    if (worker !== undefined) return;
    try {
      const now = Date.now();
      const forecasts = dueForecasts(db, now).filter((due) => !asked.has(nameOf(due)));
      const scores = dueScores(db, now);
      if (forecasts.length === 0 && scores.length === 0) return;
      const workerData: ForecastingJob = { databasePath: db.$client.name, forecasts, scores };
      // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
      worker = new Worker(WORKER, { workerData, execArgv: [] });
      worker.once("error", fail);
      worker.once("exit", () => {
        for (const due of forecasts) asked.add(nameOf(due));
        worker = undefined;
        if (!isStopped) onDone?.();
      });
    } catch (error) {
      fail(error);
    }
  };
  const fail = (error: unknown) => log({ event: "forecasting-failed", error });

  return {
    start() {
      timer = setInterval(poll, every);
      timer.unref();
    },
    async stop() {
      isStopped = true;
      clearInterval(timer);
      // What it had begun is done at the next start: nothing is written before all of it is known.
      await worker?.terminate();
      db.$client.close();
    },
  };
}

function nameOf({ workspaceId, campaignId, at }: DueForecast): string {
  return `${workspaceId} ${campaignId} ${at}`;
}
