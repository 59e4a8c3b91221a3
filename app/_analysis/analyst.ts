import { Worker } from "node:worker_threads";
import type { AnalysisAnswer, AnalysisRequest } from "#app/_analysis/analysis-request.ts";

const WORKER = new URL("./analysis-worker.mjs", import.meta.url);

/** Answers questions that read a whole campaign, in a thread of its own so that pages stay quick. */
export interface Analyst {
  /** @throws Error with the message of what went wrong in the thread */
  ask(request: AnalysisRequest): Promise<unknown>;
  stop(): Promise<void>;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The thread starts with the first question, and anew after it has died. */
export function createAnalyst({ databasePath }: { databasePath: string }): Analyst {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let asked = 0;

  const fail = (error: Error) => {
    worker = undefined;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  const start = (): Worker => {
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    const started = new Worker(WORKER, { workerData: { databasePath }, execArgv: [] });
    started.on("message", (answer: AnalysisAnswer) => {
      const waiting = pending.get(answer.id);
      pending.delete(answer.id);
      if ("error" in answer) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer.result);
      if (pending.size === 0) started.unref();
    });
    started.once("error", fail);
    started.once("exit", () => fail(new Error("the analysis thread ended")));
    return started;
  };

  return {
    ask(request) {
      worker ??= start();
      const thread = worker;
      thread.ref();
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        thread.postMessage({ ...request, id });
      });
    },
    async stop() {
      await worker?.terminate();
    },
  };
}
