import { BusyError, ThreadPool } from "#app/_answers/thread-pool.ts";
import type { InspectionAnswer } from "#app/_front/inspect-thread.ts";
import type { Inspected } from "#app/_server/inspector-holder.ts";
import type { ShapeChoices } from "#lib/sources/detect-format.ts";

/** Files that may wait; each has an uploader who waits for its answer. */
const MOST_WAITING = 20;
const DEADLINE_MS = 60_000;

/** Looks at files. */
export interface Inspector {
  /** @throws Error when the thread fails, or a file takes longer than a minute */
  inspect(path: string, shape: ShapeChoices): Promise<Inspected>;
  stop(): Promise<void>;
}

/** The thread starts with the first file, and looks at one after the other. */
export function createInspector({ mostWaiting = MOST_WAITING } = {}): Inspector {
  const pool = new ThreadPool({
    module: new URL("./inspect-thread.mjs", import.meta.url),
    workerData: {},
    threads: 1,
    mostWaiting,
    deadlineMs: DEADLINE_MS,
  });
  return {
    async inspect(path, shape) {
      try {
        const answer = await pool.run<InspectionAnswer>("", (id) => ({ id, path, shape }));
        if (!("error" in answer)) return answer;
        throw new Error(answer.error);
      } catch (error) {
        if (error instanceof BusyError) return { isBusy: true };
        throw error;
      }
    },
    stop: () => pool.stop(),
  };
}
