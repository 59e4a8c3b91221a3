import { parentPort, workerData } from "node:worker_threads";
import type { HousekeepingJob, HousekeepingReport } from "#app/_front/housekeeping-job.ts";
import { checkSoundness } from "#db/check-soundness.ts";
import { expireQuarantine } from "#db/intake/expire-quarantine.ts";
import { openDatabase } from "#db/open-database.ts";
import { truncateLog } from "#db/truncate-log.ts";

// What housekeeping put in; there is no other caller.
const { databasePath, task }: HousekeepingJob = workerData;

function keepHouse(): HousekeepingReport {
  const damage = checkSoundness(databasePath);
  // Nothing is written to a damaged file.
  if (damage.length > 0) return { damage, forgotten: 0 };
  const db = openDatabase(databasePath);
  try {
    return { damage, forgotten: expireQuarantine(db, Date.now()) };
  } finally {
    db.$client.close();
  }
}

function shortenLog(): boolean {
  const db = openDatabase(databasePath, { busyMs: 0, cacheMebibytes: 1 });
  try {
    return truncateLog(db);
  } finally {
    db.$client.close();
  }
}

parentPort?.postMessage(task === "log" ? shortenLog() : keepHouse());
