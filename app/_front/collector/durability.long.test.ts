import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { eventStoreOf } from "#db/event-store-of.ts";
import { openDatabase } from "#db/open-database.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { noteProbes, sized } from "#lib/testing/sized.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { AckLedger } from "./testing/ack-ledger.ts";
import { freePort } from "./testing/free-port.ts";
import { plantCollection } from "./testing/plant-collection.ts";
import { canPreload, preload } from "./testing/preload.ts";
import { runCollector } from "./testing/run-collector.ts";

const KILLS = sized(20, 100);
const CUTS = sized(60, 200);
const KEY = { workspaceId: 1, campaignId: 1 };

function plant(): { folder: string; databasePath: string; headers: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), "intishar-durable-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const databasePath = join(folder, "test.db");
  const { db, serverKey } = plantCollection(databasePath);
  db.$client.pragma("wal_checkpoint(TRUNCATE)");
  db.$client.close();
  return { folder, databasePath, headers: { Authorization: `Bearer ${serverKey}` } };
}

/** The ids in the journal of a database file; the file must be whole, and what is derived as from nothing. */
function storedIds(databasePath: string, { rebuild = false } = {}): string[] {
  const db = openDatabase(databasePath);
  try {
    expect(db.$client.pragma("integrity_check", { simple: true })).toBe("ok");
    const ids = db.$client
      .prepare("SELECT event_id FROM journal WHERE kind = 'share'")
      .pluck()
      .all() as string[];
    if (rebuild) {
      const before = eventStoreOf(db).digest(KEY);
      eventStoreOf(db).rebuild(KEY);
      expect(eventStoreOf(db).digest(KEY)).toBe(before);
    }
    return ids;
  } finally {
    db.$client.close();
  }
}

it(`loses no acknowledged event in ${KILLS} crashes under load, and counts none twice`, {
  timeout: sized(3, 30) * MINUTE,
}, async () => {
  const { databasePath, headers } = plant();
  const port = await freePort();
  const random = seededRandom(5);
  const ledger = new AckLedger(`http://127.0.0.1:${port}`, headers, 25);
  for (let round = 0; round < KILLS; round++) {
    const { kill } = await runCollector(databasePath, port);
    ledger.start(8);
    await wait(100 + 200 * random.next());
    await kill();
    await ledger.stop();
  }
  const { kill } = await runCollector(databasePath, port);
  await ledger.settle();
  await kill();
  const stored = storedIds(databasePath, { rebuild: true });
  expect(ledger.acknowledged.size).toBeGreaterThan(KILLS * 100);
  const known = new Set(stored);
  expect(known.size).toBe(stored.length);
  expect([...ledger.acknowledged].filter((id) => !known.has(id)).length).toBe(0);
  noteProbes(50, KILLS);
});

it("answers all that it takes when it is told to stop, three times under load", {
  timeout: MINUTE,
}, async () => {
  const { databasePath, headers } = plant();
  const port = await freePort();
  const ledger = new AckLedger(`http://127.0.0.1:${port}`, headers, 25);
  for (let round = 0; round < 3; round++) {
    const { child, url } = await runCollector(databasePath, port);
    ledger.start(8);
    await wait(200);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect((await ended)[0]).toBe(0);
    await ledger.stop();
    await expect(fetch(url)).rejects.toThrow();
  }
  const known = new Set(storedIds(databasePath));
  expect(ledger.acknowledged.size).toBeGreaterThan(1000);
  expect([...ledger.acknowledged].filter((id) => !known.has(id)).length).toBe(0);
});

it("notices at its start that an older file stands in the database's place", {
  timeout: MINUTE,
}, async () => {
  const { folder, databasePath, headers } = plant();
  const older = join(folder, "older.db");
  cpSync(databasePath, older);
  const port = await freePort();
  const before = await runCollector(databasePath, port);
  const events = Array.from({ length: 7 }, (_, n) => ({
    kind: "share",
    person: "p",
    code: `s${n}`,
    id: `s${n}`,
  }));
  const body = JSON.stringify({ events });
  await fetch(`${before.url}/api/v1/events`, { method: "POST", headers, body });
  before.child.kill("SIGTERM");
  await once(before.child, "exit");
  const sound = await runCollector(databasePath, port);
  expect(sound.printed()).toBe("");
  await sound.kill();
  cpSync(older, databasePath);
  for (const rest of ["-wal", "-shm"]) rmSync(`${databasePath}${rest}`, { force: true });
  const after = await runCollector(databasePath, port);
  expect(after.printed()).toContain("7 acknowledged events are not in");
  await after.kill();
  // Said again, though the mark has long been set anew: nobody may have read it.
  const again = await runCollector(databasePath, port);
  expect(again.printed()).toContain("7 acknowledged events are not in");
});

function copyOf(folder: string): string {
  const data = join(folder, "data", "test.db");
  for (const target of [data, join(folder, "copies", "test.db")]) cpSync(join(folder, "test.db"), target);
  return data;
}

async function hasStopped(pid: number): Promise<void> {
  while (!/^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))) await wait(1);
}

describe.skipIf(!canPreload)("on a disk that", () => {
  it(`forgets what was not synced, loses no acknowledged event in ${CUTS} power cuts`, {
    timeout: sized(3, 30) * MINUTE,
  }, async () => {
    const { folder, headers } = plant();
    const env = preload(folder);
    const port = await freePort();
    const { child, kill } = await runCollector(copyOf(folder), port, env);
    const ledger = new AckLedger(`http://127.0.0.1:${port}`, headers, 10);
    const random = seededRandom(7);
    const images: { path: string; acknowledged: string[] }[] = [];
    ledger.start(8);
    for (let cut = 0; cut < CUTS; cut++) {
      await wait(5 + 40 * random.next());
      child.kill("SIGSTOP");
      await hasStopped(child.pid ?? 0);
      // What was on its way when the power went counts as acknowledged, too.
      await wait(5);
      const path = join(folder, `cut-${cut}`);
      cpSync(join(folder, "copies"), path, { recursive: true });
      images.push({ path: join(path, "test.db"), acknowledged: [...ledger.acknowledged] });
      child.kill("SIGCONT");
    }
    await ledger.stop();
    await kill();
    const lost = images.map(({ path, acknowledged }) => {
      const stored = new Set(storedIds(path));
      return acknowledged.filter((id) => !stored.has(id)).length;
    });
    expect(lost).toEqual(images.map(() => 0));
    expect(images.at(-1)?.acknowledged.length).toBeGreaterThan(1000);
    noteProbes(51, CUTS);
  });

  it("is full or read-only, says so, sends people on, and goes on by itself", {
    timeout: MINUTE,
  }, async () => {
    const { folder, headers } = plant();
    const env = preload(folder);
    const port = await freePort();
    const databasePath = copyOf(folder);
    const { url, child } = await runCollector(databasePath, port, env);
    const post = (id: string) =>
      fetch(`${url}/api/v1/events`, {
        ...{ method: "POST", headers },
        body: JSON.stringify({ id, kind: "share", person: id, code: id }),
      });
    const minted = await fetch(`${url}/api/v1/codes`, { method: "POST", headers });
    const [code] = ((await minted.json()) as { codes: string[] }).codes;
    let version = 140;
    const visit = async () => {
      // Each time another browser: one that came so often would be taken for a scanner.
      const agent = { "User-Agent": `Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/${version++}.0` };
      const answer = await fetch(`${url}/s/${code}`, { redirect: "manual", headers: agent });
      return [answer.status, answer.headers.get("location")?.endsWith(".r")];
    };
    expect((await post("before")).status).toBe(202);
    expect(await visit()).toEqual([302, true]);
    for (const fault of ["full", "read-only"]) {
      const flag = join(folder, "data", fault);
      writeFileSync(flag, "");
      const refused = await post(`during-${fault}`);
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(await visit()).toEqual([302, false]);
      rmSync(flag);
      expect((await post(`after-${fault}`)).status).toBe(202);
      expect(await visit()).toEqual([302, true]);
    }
    expect(child.exitCode).toBe(null);
    expect(storedIds(databasePath).sort()).toEqual(["after-full", "after-read-only", "before"]);
  });

  it("lies about it loses events, which shows that the cuts above are real", {
    timeout: MINUTE,
  }, async () => {
    const { folder, headers } = plant();
    const env = preload(folder);
    const port = await freePort();
    const { kill } = await runCollector(copyOf(folder), port, { ...env, POWER_CUT_LIES: "1" });
    const ledger = new AckLedger(`http://127.0.0.1:${port}`, headers, 10);
    ledger.start(4);
    await wait(300);
    await ledger.stop();
    await kill();
    const image = join(folder, "copies", "test.db");
    expect(existsSync(image)).toBe(true);
    const stored = new Set(storedIds(image));
    expect([...ledger.acknowledged].filter((id) => !stored.has(id)).length).toBeGreaterThan(0);
  });
});
