import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { AckLedger } from "#app/_front/collector/testing/ack-ledger.ts";
import { plantCollection } from "#app/_front/collector/testing/plant-collection.ts";
import { type ProcessName, processOf } from "#app/_front/testing/process-of.ts";
import { openDatabase } from "#db/open-database.ts";
import { startApp } from "#e2e/serve.ts";
import { noteProbes, sized } from "#lib/testing/sized.ts";
import { MINUTE } from "#lib/time/lengths.ts";

const KILLS = sized(3, 20);
const CONNECTIONS = 4;
/** Few enough that a key's limit by the minute is not reached, however many rounds there are. */
const BATCH = 5;

async function statusOf(url: string, accept = "*/*"): Promise<number> {
  return fetch(url, { headers: { Accept: accept } }).then(
    ({ status }) => status,
    () => 0,
  );
}

async function pagesState(url: string): Promise<string> {
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  if (answer === null) return "no answer";
  const { checks } = (await answer.json()) as { checks: Record<string, string> };
  return `${answer.status} ${checks.pages}`;
}

test("either process may die under load: nothing acknowledged is lost, and both come back", async () => {
  test.setTimeout(MINUTE + KILLS * 20_000);
  const folder = mkdtempSync(join(tmpdir(), "intishar-deaths-"));
  const databasePath = join(folder, "test.db");
  const { db, serverKey } = plantCollection(databasePath);
  db.$client.close();
  const app = await startApp({ databasePath });
  try {
    const ledger = new AckLedger(app.url, { Authorization: `Bearer ${serverKey}` }, BATCH);
    const growsBy = async (more: number) => {
      const before = ledger.acknowledged.size;
      await expect.poll(() => ledger.acknowledged.size, { timeout: MINUTE }).toBeGreaterThan(before + more);
    };
    const die = (name: ProcessName) => {
      const pid = processOf(app.pid, name);
      if (pid === null) throw new Error(`there is no process ${name}`);
      process.kill(pid, "SIGKILL");
    };
    for (let round = 0; round < KILLS; round++) {
      ledger.start(CONNECTIONS);
      die("pages");
      // While the pages are away, events are taken in and the server says what is missing.
      await expect.poll(() => pagesState(app.url), { intervals: [10] }).toBe("200 starting again");
      expect(await statusOf(`${app.url}/sign-in`, "text/html")).toBe(503);
      await growsBy(200);
      await expect.poll(() => pagesState(app.url), { timeout: MINUTE }).toBe("200 ok");
      expect(await statusOf(`${app.url}/sign-in`)).toBe(200);
      await growsBy(100);
      expect(ledger.unanswered).toBe(0);
      die("front");
      await ledger.stop();
      await expect.poll(() => pagesState(app.url), { timeout: MINUTE }).toBe("200 ok");
      expect(await statusOf(`${app.url}/sign-in`)).toBe(200);
    }
    await ledger.settle();
    await app.stop();
    const after = openDatabase(databasePath);
    const stored = after.$client.prepare("SELECT event_id FROM journal").pluck().all() as string[];
    after.$client.close();
    const known = new Set(stored);
    expect(known.size).toBe(stored.length);
    expect([...ledger.acknowledged].filter((id) => !known.has(id))).toEqual([]);
    const said = app.output().split("\n");
    for (const name of ["front", "pages"])
      expect(said.filter((line) => line.includes(`"process":"${name}"`))).toHaveLength(KILLS);
    noteProbes(50, 2 * KILLS);
  } finally {
    await app.stop().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the processes end with the one that was started, however that ends", async () => {
  const gone = async (pids: readonly (number | null)[]) => {
    for (const pid of pids) await expect.poll(() => isRunning(pid ?? 0), { timeout: 20_000 }).toBe(false);
  };
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    const app = await startApp();
    const pids = [processOf(app.pid, "front"), processOf(app.pid, "pages")];
    expect(pids.map((pid) => isRunning(pid ?? 0))).toEqual([true, true]);
    process.kill(app.pid, signal);
    await gone(pids);
    await app.stop().catch(() => undefined);
  }
});

function isRunning(pid: number): boolean {
  try {
    return pid !== 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
