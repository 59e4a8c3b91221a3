import { Worker } from "node:worker_threads";

/** Threads: one large campaign holds up nobody but those who look at it. */
const THREADS = 2;
/** More questions than this do not wait: whoever asks then is told to come back. */
const MOST_WAITING = 200;
/** How long one question may be worked on, milliseconds. */
const DEADLINE_MS = 300_000;

/** Too much is asked at once. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** A question took longer than any may. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

/** Work in threads, one job a thread at a time. */
export interface ThreadPool {
  /**
   * @param subject jobs of one subject are done one after the other, where possible by the thread that knows it
   * @param job what the thread is sent, with a number by which its answer is known
   * @throws BusyError, DeadlineError, or Error when the thread dies
   */
  run<T extends { readonly id: number }>(subject: string, job: (id: number) => object): Promise<T>;
  stop(): Promise<void>;
}

interface Waiting {
  readonly id: number;
  readonly subject: string;
  readonly job: object;
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker | null;
  doing: { readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | null;
  /** Subjects that it worked on last, the latest first. */
  knows: string[];
}

/**
 * @param worker module of the thread; it answers every message with one that bears the same `id`
 * @param workerData what the thread begins with
 */
export function createThreadPool({
  worker: module,
  workerData,
  threads: count = THREADS,
  mostWaiting = MOST_WAITING,
  deadlineMs = DEADLINE_MS,
}: {
  worker: URL;
  workerData: object;
  threads?: number;
  mostWaiting?: number;
  deadlineMs?: number;
}): ThreadPool {
  const threads = Array.from({ length: count }, (): Thread => ({ worker: null, doing: null, knows: [] }));
  const queue: Waiting[] = [];
  let asked = 0;

  const finish = (thread: Thread, settle: (waiting: Waiting) => void) => {
    const { doing } = thread;
    thread.doing = null;
    if (doing !== null) {
      clearTimeout(doing.timer);
      settle(doing.waiting);
    }
    dispatch();
  };
  const start = (thread: Thread): Worker => {
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    const started = new Worker(module, { workerData, execArgv: [] });
    const end = (error: Error) => {
      // A thread that was replaced already has nothing to do with the jobs of its successor.
      if (thread.worker !== started) return;
      thread.worker = null;
      thread.knows = [];
      finish(thread, ({ reject }) => reject(error));
    };
    started.on("message", (answer: { id: number }) => {
      if (thread.worker !== started || thread.doing?.waiting.id !== answer.id) return;
      started.unref();
      finish(thread, ({ resolve }) => resolve(answer));
    });
    started.once("error", end);
    started.once("exit", () => end(new Error("the thread that answers ended")));
    return started;
  };
  const give = (thread: Thread, waiting: Waiting) => {
    thread.worker ??= start(thread);
    const { worker } = thread;
    const timer = setTimeout(() => {
      thread.worker = null;
      thread.knows = [];
      void worker.terminate();
      finish(thread, ({ reject }) => reject(new DeadlineError(`no answer within ${deadlineMs} ms`)));
    }, deadlineMs);
    timer.unref();
    thread.doing = { waiting, timer };
    thread.knows = [waiting.subject, ...thread.knows.filter((known) => known !== waiting.subject)].slice(
      0,
      2,
    );
    worker.ref();
    worker.postMessage(waiting.job);
  };
  const dispatch = () => {
    for (let place = 0; place < queue.length; ) {
      const idle = threads.filter(({ doing }) => doing === null);
      const waiting = queue[place];
      if (idle.length === 0 || waiting === undefined) return;
      const isTaken = threads.some(({ doing }) => doing?.waiting.subject === waiting.subject);
      const thread = isTaken ? undefined : fittest(idle, waiting.subject);
      if (thread === undefined) {
        place += 1;
        continue;
      }
      queue.splice(place, 1);
      give(thread, waiting);
    }
  };

  return {
    run(subject, job) {
      if (queue.length >= mostWaiting) return Promise.reject(new BusyError("too much is asked at once"));
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        queue.push({
          id,
          subject,
          job: job(id),
          // The thread answers a job of this id with what that job asks for.
          resolve: (answer) => resolve(answer as never),
          reject,
        });
        dispatch();
      });
    },
    async stop() {
      for (const { reject } of queue.splice(0)) reject(new Error("the server stops"));
      await Promise.all(threads.map(({ worker }) => worker?.terminate()));
    },
  };
}

/** The thread that has the subject in memory, else the one that would forget least. */
function fittest(idle: readonly Thread[], subject: string): Thread | undefined {
  const known = idle.find(({ knows }) => knows.includes(subject));
  return known ?? idle.toSorted((a, b) => a.knows.length - b.knows.length)[0];
}
