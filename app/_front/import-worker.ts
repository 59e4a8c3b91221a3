import { workerData } from "node:worker_threads";
import type { ImportJob } from "#app/_front/import-job.ts";
import { workOnImport } from "#app/_front/work-on-import.ts";

// What the runner put in; there is no other caller.
const job: ImportJob = workerData;
await workOnImport(job);
