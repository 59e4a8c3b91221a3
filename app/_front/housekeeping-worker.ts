import { parentPort, workerData } from "node:worker_threads";
import type { HousekeepingJob, HousekeepingReport } from "#app/_front/housekeeping-job.ts";
import { checkSoundness } from "#db/check-soundness.ts";
import { expireQuarantine } from "#db/intake/expire-quarantine.ts";
import { openDatabase } from "#db/open-database.ts";

// What housekeeping put in; there is no other caller.
const { databasePath }: HousekeepingJob = workerData;

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

parentPort?.postMessage(keepHouse());
