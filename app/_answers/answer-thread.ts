import { parentPort, workerData } from "node:worker_threads";
import { answerJob } from "#app/_answers/answer-job.ts";
import type { Job, Outcome, TableLines } from "#app/_answers/asked.ts";
import { openDatabase } from "#db/open-database.ts";
import { currentVault } from "#db/vault/current-vault.ts";

// What the pool put in; there is no other caller.
const { databasePath, key }: { databasePath: string; key: Uint8Array } = workerData;
const db = openDatabase(databasePath, { vault: currentVault() });

parentPort?.on("message", (job: Job) => {
  const outcome = answerJob(db, key, job);
  parentPort?.postMessage(outcome, movedOf(job, outcome));
});

/** The bytes of a file change hands: to read them in would hold up the server for as long as there are rows. */
function movedOf({ asked }: Job, outcome: Outcome): ArrayBuffer[] {
  if (asked.kind !== "table" || !("result" in outcome)) return [];
  const { pieces } = outcome.result as TableLines;
  return pieces.map(({ buffer }) => buffer);
}
