import type { ChildProcess } from "node:child_process";
import type { Failure } from "#app/_front/failure-line.ts";
import { type Order, READY } from "./messages.ts";

const FIRST_PAUSE_MS = 250;
/** Long enough that a process which cannot live does not fill the machine, short enough for whoever waits for a page. */
const LONGEST_PAUSE_MS = 5000;
/** Whoever lived for so long is started again at once. */
const SOUND_MS = 10_000;

/** A process that is started again whenever it ends unasked. */
export interface Supervised {
  /** Whether it has reported to be ready since it was last started. */
  readonly isReady: boolean;
  /** Times that it ended unasked. */
  readonly deaths: number;
  /** Passes an order on; nobody hears it while the process is down. */
  tell(order: Order): void;
  /**
   * Orders it to stop, and waits.
   * @returns whether it ended by itself with 0; false when it had to be killed after `timeoutMs`
   */
  stop(timeoutMs: number): Promise<boolean>;
  kill(): void;
}

/**
 * Starts a process and keeps it running. One that ends is started again: at once when it had lived for a while, else
 * after a pause that doubles with each time.
 * @param options.onChange told when it is ready, and when it has ended
 * @param options.onFailedStart told instead of a restart when it ends before it was ever ready
 */
export function supervise(options: {
  readonly name: string;
  readonly start: () => ChildProcess;
  readonly log: (failure: Failure) => void;
  readonly onChange: (isReady: boolean) => void;
  readonly onFailedStart?: (status: number | null) => void;
}): Supervised {
  const { name, start, log, onChange, onFailedStart } = options;
  let child: ChildProcess | null = null;
  let timer: NodeJS.Timeout | undefined;
  let state = { isReady: false, deaths: 0 };
  let wasReady = false;
  let failures = 0;
  let ending: ((isClean: boolean) => void) | null = null;

  function run(): void {
    const startedAt = performance.now();
    const running = start();
    child = running;
    running.on("message", (message) => {
      if (message !== READY) return;
      state = { ...state, isReady: true };
      wasReady = true;
      onChange(true);
    });
    running.once("error", (error) => log({ event: "process-not-started", process: name, error }));
    running.once("exit", (status, signal) => {
      child = null;
      state = { ...state, isReady: false };
      if (ending !== null) return ending(status === 0);
      if (!wasReady && onFailedStart !== undefined) return onFailedStart(status);
      state = { ...state, deaths: state.deaths + 1 };
      failures = performance.now() - startedAt >= SOUND_MS ? 0 : failures + 1;
      const pause = failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
      log({ event: "process-ended", process: name, error: new Error(`${signal ?? `status ${status}`}`) });
      onChange(false);
      timer = setTimeout(run, pause);
    });
  }

  run();
  return {
    get isReady() {
      return state.isReady;
    },
    get deaths() {
      return state.deaths;
    },
    tell: (order) => {
      if (child?.connected === true) child.send(order);
    },
    stop: (timeoutMs) =>
      new Promise((resolve) => {
        clearTimeout(timer);
        const running = child;
        if (running === null) return resolve(true);
        const tooLate = setTimeout(() => running.kill("SIGKILL"), timeoutMs);
        ending = (isClean) => {
          clearTimeout(tooLate);
          resolve(isClean);
        };
        if (running.connected) running.send({ kind: "stop" } satisfies Order);
      }),
    kill: () => void child?.kill("SIGKILL"),
  };
}
