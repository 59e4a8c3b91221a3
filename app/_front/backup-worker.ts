import { parentPort, workerData } from "node:worker_threads";
import type { BackupJob, BackupOutcome } from "#app/_front/backup-job.ts";
import { backUp } from "#db/backup/back-up.ts";
import { asBackupError } from "#db/backup/backup-error.ts";
import { pruneBackups } from "#db/backup/list-backups.ts";

// What the schedule put in; there is no other caller.
const { databasePath, folder, keep, version, secret, stop }: BackupJob = workerData;
const flag = new Int32Array(stop);

async function take(): Promise<BackupOutcome> {
  const now = Date.now();
  try {
    const shouldStop = () => Atomics.load(flag, 0) !== 0;
    await backUp({ databasePath, folder, now, version, secret, shouldStop });
    pruneBackups(folder, keep, now);
    return { fault: null, message: "" };
  } catch (error) {
    const { fault, message } = asBackupError(error, folder);
    return { fault, message };
  }
}

parentPort?.postMessage(await take());
