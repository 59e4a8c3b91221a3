import { workerData } from "node:worker_threads";
import type { ImportJob } from "#app/_front/import-job.ts";
import { workOnImport } from "#app/_front/work-on-import.ts";
import { IMPORT_CONNECTION } from "#db/import/import-settings.ts";
import { openDatabase } from "#db/open-database.ts";

// What the runner put in; there is no other caller.
const job: ImportJob = workerData;
const db = openDatabase(job.databasePath, IMPORT_CONNECTION);
try {
  await workOnImport(db, job);
} finally {
  db.$client.close();
}
