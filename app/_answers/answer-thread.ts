import { parentPort, workerData } from "node:worker_threads";
import { answerJob } from "#app/_answers/answer-job.ts";
import type { Job } from "#app/_answers/asked.ts";
import { openDatabase } from "#db/open-database.ts";

// What the pool put in; there is no other caller.
const { databasePath, key }: { databasePath: string; key: Uint8Array } = workerData;
const db = openDatabase(databasePath);

parentPort?.on("message", (job: Job) => {
  parentPort?.postMessage(answerJob(db, key, job));
});
