import { workerData } from "node:worker_threads";
import type { SettlingJob } from "#app/_front/settling-job.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { openDatabase } from "#db/open-database.ts";

// What the settler put in; there is no other caller.
const { databasePath, stop }: SettlingJob = workerData;
const flag = new Int32Array(stop);
const db = openDatabase(databasePath);

function settle(): void {
  const store = eventStoreOf(db);
  for (const key of store.listUnsettled())
    for (const _ of store.settle(key, () => performance.now())) {
      if (Atomics.load(flag, 0) !== 0) return;
      // Between any two steps others write: SQLite has no queue, so whoever asks again at once gets the lock again.
      Atomics.wait(flag, 0, 0, 1);
    }
}

try {
  settle();
} finally {
  db.$client.close();
}
