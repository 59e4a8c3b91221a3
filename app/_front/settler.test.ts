import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { plantCollection } from "#app/_front/collector/testing/plant-collection.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { settler } from "#app/_front/settler.ts";
import { share } from "#db/engines/testing/drawn-logs.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { openDatabase } from "#db/open-database.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const POLL_MS = 500;
const KEY = { workspaceId: 1, campaignId: 1 };

/** A star whose late ancestors found no room. */
function plant() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-settler-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "test.db");
  const { db } = plantCollection(path);
  onTestFinished(() => void db.$client.close());
  const store = eventStoreOf(db);
  const delivery = { source: "server", importId: null, receivedAt: 0, online: true, room: { left: 100 } };
  store.append(
    KEY,
    [share("x", "a", 1), ...Array.from({ length: 2000 }, (_, i) => share(`c${i}`, "x", 2))],
    delivery,
  );
  store.append(KEY, [share("a", "b", 0)], delivery);
  store.append(KEY, [share("b", null, 0)], delivery);
  expect(store.countHeldBack()).toBeGreaterThan(0);
  return { path, store };
}

test("what was held back is settled in a thread beside, after a stop as well, and then left alone", async () => {
  const { path, store } = plant();
  const failures: Failure[] = [];
  const log = (failure: Failure) => void failures.push(failure);
  const stopped = settler({ db: openDatabase(path), log });
  stopped.start();
  await stopped.stop();
  expect(store.countHeldBack()).toBeGreaterThan(0);
  await new Promise<void>((onSettled) => {
    const job = settler({ db: openDatabase(path), log, onSettled });
    job.start();
    onTestFinished(job.stop);
  });
  expect(failures).toEqual([]);
  expect(store.listUnsettled()).toEqual([]);
  const settled = store.digest(KEY);
  store.rebuild(KEY);
  expect(store.digest(KEY)).toBe(settled);
});

test("a database that cannot be read is told of, and asked again after a minute, not before", async () => {
  const { path } = plant();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const db = openDatabase(path);
  const failures: Failure[] = [];
  const job = settler({ db, log: (failure) => failures.push(failure) });
  db.$client.close();
  job.start();
  onTestFinished(job.stop);
  vi.advanceTimersByTime(POLL_MS);
  expect(failures.map(({ event }) => event)).toEqual(["settling-failed"]);
  vi.advanceTimersByTime(MINUTE - POLL_MS);
  expect(failures).toHaveLength(1);
  vi.advanceTimersByTime(POLL_MS);
  expect(failures).toHaveLength(2);
});
