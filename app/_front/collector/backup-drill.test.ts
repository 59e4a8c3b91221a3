import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { backUp } from "#db/backup/back-up.ts";
import { restore } from "#db/backup/restore.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { AckLedger } from "./testing/ack-ledger.ts";
import { freePort } from "./testing/free-port.ts";
import { plantCollection } from "./testing/plant-collection.ts";
import { runCollector } from "./testing/run-collector.ts";

const KEY = { workspaceId: 1, campaignId: 1 };

function storedIds(db: IntisharDatabase): Set<string> {
  return new Set(db.$client.prepare("SELECT event_id FROM journal").pluck().all() as string[]);
}

it("a backup taken while events stream in is whole, and restored elsewhere has all that was acknowledged before", {
  timeout: MINUTE,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "intishar-drill-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const databasePath = join(folder, "live.db");
  const { db, serverKey } = plantCollection(databasePath);
  db.$client.close();
  const port = await freePort();
  const { url } = await runCollector(databasePath, port);
  const ledger = new AckLedger(url, { Authorization: `Bearer ${serverKey}` }, 25);
  onTestFinished(() => ledger.stop());
  ledger.start(8);
  await expect.poll(() => ledger.acknowledged.size, { timeout: MINUTE }).toBeGreaterThan(2000);

  const before = [...ledger.acknowledged];
  let steps = 0;
  const taken = await backUp({
    ...{ databasePath, folder: join(folder, "backups"), now: Date.now(), version: "test", secret: null },
    shouldStop: () => {
      steps += 1;
      return false;
    },
  });
  const during = ledger.acknowledged.size;
  await expect.poll(() => ledger.acknowledged.size, { timeout: MINUTE }).toBeGreaterThan(during);
  await ledger.stop();

  const target = join(folder, "elsewhere", "intishar.db");
  await restore({ file: taken.file, databasePath: target, force: false, now: Date.now() });
  const copy = openDatabase(target);
  onTestFinished(() => void copy.$client.close());
  const stored = storedIds(copy);
  expect(steps).toBeGreaterThan(0);
  expect(before.filter((id) => !stored.has(id))).toEqual([]);
  expect(taken.manifest.acknowledged).toBe(stored.size);
  const live = openDatabase(databasePath);
  onTestFinished(() => void live.$client.close());
  expect(stored.size).toBeLessThan(storedIds(live).size);
  const digest = eventStoreOf(copy).digest(KEY);
  eventStoreOf(copy).rebuild(KEY);
  expect(eventStoreOf(copy).digest(KEY)).toBe(digest);
});
