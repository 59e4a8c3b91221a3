import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { plantCollection } from "#app/_front/collector/testing/plant-collection.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { housekeeping } from "#app/_front/housekeeping.ts";
import type { HousekeepingReport } from "#app/_front/housekeeping-job.ts";
import { logBytes } from "#db/file-sizes.ts";
import { LONGEST_LOG_BYTES, openDatabase } from "#db/open-database.ts";
import { truncateLog } from "#db/truncate-log.ts";
import { DAY } from "#lib/time/lengths.ts";

function plant() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-housekeeping-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "test.db");
  return { path, db: plantCollection(path).db };
}

async function keepHouse(databasePath: string): Promise<{ report: HousekeepingReport; failures: Failure[] }> {
  const failures: Failure[] = [];
  const report = await new Promise<HousekeepingReport>((resolve) => {
    const job = housekeeping({
      ...{ databasePath, firstAfter: 1, onReport: resolve },
      log: (failure) => void failures.push(failure),
    });
    job.start();
    onTestFinished(job.stop);
  });
  return { report, failures };
}

test("a sound file is left as it is, but for what has lain in quarantine for longer than ninety days", async () => {
  const { path, db } = plant();
  const insert =
    db.$client.prepare(`INSERT INTO quarantined_events (workspace_id, campaign_id, id, source, reason, field,
    raw, received_at) VALUES (1, 1, ?, 'server', 'missing', 'code', '{}', ?)`);
  insert.run(1, Date.now() - 91 * DAY);
  insert.run(2, Date.now() - 89 * DAY);
  db.$client.exec(`INSERT INTO imports (workspace_id, id, campaign_id, file_name, file_bytes, format, mapping, zone,
    policy, status, created_at) VALUES (1, 1, 1, 'f', 1, '{}', '{}', 'UTC', 'keep-good', 'done', 0)`);
  const row =
    db.$client.prepare(`INSERT INTO quarantine (workspace_id, import_id, row, line, field, reason, raw, received_at)
    VALUES (1, 1, ?, ?, 'code', 'missing', 'a@example.org', ?)`);
  // More than one batch of them.
  db.$client.exec("BEGIN");
  for (let n = 1; n <= 2500; n += 1) row.run(n, n, Date.now() - 91 * DAY);
  row.run(2501, 2501, Date.now() - 89 * DAY);
  db.$client.exec("COMMIT");
  const { report, failures } = await keepHouse(path);
  expect(report).toEqual({ damage: [], forgotten: 2501 });
  expect(
    db.$client.prepare("SELECT raw, count(*) AS rows FROM quarantine GROUP BY raw ORDER BY raw").all(),
  ).toEqual([
    { raw: "", rows: 2500 },
    { raw: "a@example.org", rows: 1 },
  ]);
  expect(failures).toEqual([]);
  expect(db.$client.prepare("SELECT id FROM quarantined_events").pluck().all()).toEqual([2]);
  db.$client.close();
});

test("a log that grew under a long reader is emptied once the reader has gone, while others write", async () => {
  const { path, db } = plant();
  const reader = openDatabase(path);
  const waiting = openDatabase(path, { busyMs: 0 });
  db.$client.exec("CREATE TABLE filler (bytes BLOB)");
  const rows = reader.$client.prepare("SELECT id FROM workspaces").iterate();
  rows.next();
  const write = db.$client.prepare("INSERT INTO filler VALUES (zeroblob(?))");
  for (let time = 0; time < 90; time += 1) write.run(2 ** 20);
  expect(logBytes(path)).toBeGreaterThan(LONGEST_LOG_BYTES);
  const job = housekeeping({
    ...{ databasePath: path, logEvery: 20, onReport: () => {} },
    log: ({ event }) => expect.unreachable(event),
  });
  job.start();
  onTestFinished(job.stop);
  expect(truncateLog(waiting)).toBe(false);
  rows.return?.();
  await vi.waitFor(
    () => {
      write.run(1);
      expect(logBytes(path)).toBeLessThan(LONGEST_LOG_BYTES / 8);
    },
    { timeout: 20_000 },
  );
  expect(db.$client.prepare("SELECT count(*) FROM filler WHERE length(bytes) > 1").pluck().get()).toBe(90);
  for (const { $client } of [reader, waiting, db]) $client.close();
});

test("a damaged file is said to be, and not written to", async () => {
  const { path, db } = plant();
  const insert =
    db.$client.prepare(`INSERT INTO quarantined_events (workspace_id, campaign_id, id, source, reason, field,
    raw, received_at) VALUES (1, 1, ?, 'server', 'missing', 'code', ?, 0)`);
  for (let id = 1; id <= 200; id += 1) insert.run(id, "x".repeat(2000));
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(40_000, 0xa5), 0, 40_000, statSync(path).size - 100_000);
  closeSync(file);
  const { report, failures } = await keepHouse(path);
  expect(report.damage.length).toBeGreaterThan(0);
  expect(report.forgotten).toBe(0);
  expect(failures.map(({ event }) => event)).toContain("database-damaged");
});
