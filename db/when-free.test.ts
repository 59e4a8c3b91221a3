import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "./open-database.ts";
import { whenFree } from "./when-free.ts";

function twoConnections() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-free-"));
  const path = join(folder, "test.db");
  const [ours, theirs] = [openDatabase(path, { busyMs: 0 }), openDatabase(path)];
  onTestFinished(() => {
    ours.$client.close();
    theirs.$client.close();
    rmSync(folder, { recursive: true });
  });
  ours.$client.exec("CREATE TABLE t (x)");
  return [ours.$client, theirs.$client] as const;
}

test("a write waits for another writer, and the thread goes on meanwhile", async () => {
  const [ours, theirs] = twoConnections();
  theirs.exec("BEGIN IMMEDIATE");
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
    if (turns === 20) theirs.exec("COMMIT");
  }, 5);
  await whenFree(() => ours.exec("INSERT INTO t VALUES (1)"));
  clearInterval(ticking);
  expect(turns).toBeGreaterThanOrEqual(20);
  expect(ours.prepare("SELECT count(*) FROM t").pluck().get()).toBe(1);
});

test("a write that fails for another reason fails at once", async () => {
  const [ours] = twoConnections();
  await expect(whenFree(() => ours.exec("INSERT INTO nowhere VALUES (1)"))).rejects.toThrow("no such table");
});
