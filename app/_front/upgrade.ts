import { Worker } from "node:worker_threads";
import type { UpgradeJob, UpgradeMessage } from "#app/_front/upgrade-job.ts";
import { NoRoomError } from "#db/upgrade/upgrade-error.ts";

const WORKER = new URL("./upgrade-worker.mjs", import.meta.url);

/**
 * Upgrades the database file at `databasePath` in a thread of its own, so that this one can answer meanwhile.
 * @param onProgress told the part that is done, 0 to 1
 * @throws Error in words for the operator, NoRoomError when the disk has no room; the file is then as it was
 */
export async function upgrade(
  databasePath: string,
  { onProgress }: { readonly onProgress: (done: number) => void },
): Promise<void> {
  const job: UpgradeJob = { databasePath };
  // The thread brings its own loader; those of the process, a test runner's for one, are not for it.
  const worker = new Worker(WORKER, { workerData: job, execArgv: [] });
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on("message", (message: UpgradeMessage) => {
        if ("done" in message) onProgress(message.done);
        else if ("fault" in message) reject(faultOf(message));
        else resolve();
      });
      worker.once("error", reject);
      worker.once("exit", (code) => reject(new Error(`The upgrade ended early, with ${code}.`)));
    });
  } finally {
    await worker.terminate();
  }
}

function faultOf({ fault, lacksRoom }: Extract<UpgradeMessage, { readonly fault: string }>): Error {
  return lacksRoom ? new NoRoomError(fault) : new Error(fault);
}
