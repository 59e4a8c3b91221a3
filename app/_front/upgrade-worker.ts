import { parentPort, workerData } from "node:worker_threads";
import type { UpgradeJob, UpgradeMessage } from "#app/_front/upgrade-job.ts";
import { migrate } from "#db/migrate.ts";
import { lacksRoom } from "#db/room.ts";

// What `upgrade` put in; there is no other caller.
const { databasePath }: UpgradeJob = workerData;

function say(message: UpgradeMessage): void {
  parentPort?.postMessage(message);
}

try {
  migrate(databasePath, { onProgress: (done) => say({ done }) });
  say({ isDone: true });
} catch (error) {
  // An error's class is lost between threads; its words are written for the operator.
  say({
    fault: error instanceof Error ? error.message : String(error),
    lacksRoom: lacksRoom(error, databasePath),
  });
}
