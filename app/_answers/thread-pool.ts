import { Worker } from "node:worker_threads";

/** Threads: one large campaign holds up nobody but those who look at it. */
const THREADS = 2;
/** More questions than this do not wait: whoever asks then is told to come back. */
const MOST_WAITING = 200;
/** How long one question may be worked on, milliseconds. */
const DEADLINE_MS = 300_000;
/** Campaigns that a thread keeps in memory. */
const KNOWN = 2;

/** Too much is asked at once. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/** A question took longer than any may. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";
}

interface Waiting {
  readonly id: number;
  readonly subject: string;
  readonly job: object;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

interface Thread {
  worker: Worker | null;
  doing: { readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | null;
  /** Subjects that it worked on last, the latest first. */
  knows: string[];
}

export interface ThreadPoolOptions {
  /** Module of the thread; it answers every message with one that bears the same `id`. */
  readonly module: URL;
  /** What a thread begins with. */
  readonly workerData: object;
  readonly threads?: number;
  readonly mostWaiting?: number;
  readonly deadlineMs?: number;
}

/** Work in threads, which start with their first job: one job a thread at a time, and a subject in one thread alone. */
export class ThreadPool {
  readonly #threads: Thread[];
  readonly #queue: Waiting[] = [];
  readonly #options: Required<ThreadPoolOptions>;
  #asked = 0;
  #isStopped = false;

  constructor({
    threads = THREADS,
    mostWaiting = MOST_WAITING,
    deadlineMs = DEADLINE_MS,
    ...options
  }: ThreadPoolOptions) {
    this.#options = { ...options, threads, mostWaiting, deadlineMs };
    this.#threads = Array.from({ length: threads }, () => ({ worker: null, doing: null, knows: [] }));
  }

  /**
   * @param subject jobs of one subject are done one after the other, where possible by the thread that knows it
   * @param job what the thread is sent, with the number by which its answer is known
   * @throws BusyError, DeadlineError, or Error when the thread dies and once the pool is stopped
   */
  run<T extends { readonly id: number }>(subject: string, job: (id: number) => object): Promise<T> {
    if (this.#isStopped) return Promise.reject(stopped());
    if (this.#queue.length >= this.#options.mostWaiting)
      return Promise.reject(new BusyError("too much is asked at once"));
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      // The thread answers a job of this number with what that job asks for.
      const done = (answer: unknown) => resolve(answer as T);
      this.#queue.push({ id, subject, job: job(id), resolve: done, reject });
      this.#dispatch();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { reject } of this.#queue.splice(0)) reject(stopped());
    await Promise.all(this.#threads.map(({ worker }) => worker?.terminate()));
  }

  #dispatch(): void {
    for (let place = 0; place < this.#queue.length; ) {
      const idle = this.#threads.filter(({ doing }) => doing === null);
      const waiting = this.#queue[place];
      if (idle.length === 0 || waiting === undefined) return;
      const isTaken = this.#threads.some(({ doing }) => doing?.waiting.subject === waiting.subject);
      const thread = isTaken ? undefined : fittest(idle, waiting.subject);
      if (thread === undefined) {
        place += 1;
        continue;
      }
      this.#queue.splice(place, 1);
      this.#give(thread, waiting);
    }
  }

  #give(thread: Thread, waiting: Waiting): void {
    thread.worker ??= this.#start(thread);
    const { worker } = thread;
    const { deadlineMs } = this.#options;
    const timer = setTimeout(() => {
      forget(thread);
      void worker.terminate();
      this.#finish(thread, ({ reject }) => reject(new DeadlineError(`no answer within ${deadlineMs} ms`)));
    }, deadlineMs);
    timer.unref();
    thread.doing = { waiting, timer };
    const others = thread.knows.filter((known) => known !== waiting.subject);
    thread.knows = [waiting.subject, ...others].slice(0, KNOWN);
    worker.ref();
    try {
      worker.postMessage(waiting.job);
    } catch (error) {
      // A job that cannot be sent fails alone, and not whatever gave the thread its turn.
      worker.unref();
      this.#finish(thread, ({ reject }) => reject(error));
    }
  }

  #start(thread: Thread): Worker {
    const { module, workerData } = this.#options;
    // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
    const started = new Worker(module, { workerData, execArgv: [] });
    const end = (error: Error) => {
      // A thread that was replaced already has nothing to do with the jobs of its successor.
      if (thread.worker !== started) return;
      forget(thread);
      this.#finish(thread, ({ reject }) => reject(error));
    };
    started.on("message", (answer: { id: number }) => {
      if (thread.worker !== started || thread.doing?.waiting.id !== answer.id) return;
      started.unref();
      this.#finish(thread, ({ resolve }) => resolve(answer));
    });
    started.once("error", end);
    started.once("exit", () => end(new Error("the thread that answers ended")));
    return started;
  }

  #finish(thread: Thread, settle: (waiting: Waiting) => void): void {
    const { doing } = thread;
    thread.doing = null;
    if (doing !== null) {
      clearTimeout(doing.timer);
      settle(doing.waiting);
    }
    this.#dispatch();
  }
}

function stopped(): Error {
  return new Error("the server stops");
}

function forget(thread: Thread): void {
  thread.worker = null;
  thread.knows = [];
}

/** The thread that has the subject in memory, else the one that would forget least. */
function fittest(idle: readonly Thread[], subject: string): Thread | undefined {
  const known = idle.find(({ knows }) => knows.includes(subject));
  return known ?? idle.toSorted((a, b) => a.knows.length - b.knows.length)[0];
}
