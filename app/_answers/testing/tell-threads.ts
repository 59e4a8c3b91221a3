import { randomUUID } from "node:crypto";
import { BroadcastChannel, type Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";
import { ThreadPool, type ThreadPoolOptions } from "#app/_answers/thread-pool.ts";

/** What a thread of the test answers. */
interface Told {
  readonly id: number;
  readonly label: string;
  /** Number of the thread. */
  readonly thread: number;
}

/** A pool of real threads that do as the first word of a job's label says: `throw`, `exit`, `wait`; else they answer. */
interface ToldThreads {
  readonly pool: ThreadPool;
  /** Labels of the jobs that threads took up, in the order in which that was heard of. */
  readonly begun: readonly string[];
  ask(subject: string, label: string): Promise<Told>;
  /** When a thread has taken up the job. */
  hasBegun(label: string): Promise<void>;
  /** Lets a job that waits be answered. */
  release(label: string): void;
  /** When a thread is no more, and the pool has heard of it. */
  endOf(thread: number): Promise<void>;
}

const GATES = 32;

/** The pool is stopped when the test has finished. */
export function tellThreads(
  options: Partial<Omit<ThreadPoolOptions, "module" | "workerData">> = {},
): ToldThreads {
  const began = randomUUID();
  const gates = new Int32Array(new SharedArrayBuffer(GATES * Int32Array.BYTES_PER_ELEMENT));
  const module = new URL("./told-thread.mjs", import.meta.url);
  const pool = new ThreadPool({ module, workerData: { began, gates }, ...options });
  const begun: string[] = [];
  const labels: string[] = [];
  const heard = new EventTarget();
  const news = new BroadcastChannel(began);
  news.onmessage = (message) => {
    const label: string = message.data;
    begun.push(label);
    heard.dispatchEvent(new Event(label));
  };
  const ends = new Map<number, Promise<void>>();
  const onWorker = (worker: Worker) => {
    ends.set(worker.threadId, new Promise((resolve) => worker.once("exit", () => resolve())));
  };
  process.on("worker", onWorker);
  onTestFinished(async () => {
    await pool.stop();
    process.off("worker", onWorker);
    news.close();
  });
  return {
    pool,
    begun,
    ask(subject, label) {
      const gate = labels.push(label) - 1;
      const [does] = label.split(" ");
      return pool.run<Told>(subject, (id) => ({ id, label, does, gate }));
    },
    hasBegun(label) {
      if (begun.includes(label)) return Promise.resolve();
      return new Promise((resolve) => heard.addEventListener(label, () => resolve(), { once: true }));
    },
    release(label) {
      const gate = labels.indexOf(label);
      Atomics.store(gates, gate, 1);
      Atomics.notify(gates, gate);
    },
    endOf: (thread) => ends.get(thread) ?? Promise.reject(new Error(`there was no thread ${thread}`)),
  };
}
