import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "#db/open-database.ts";
import { readRevision } from "#db/queries/campaigns/read-revision.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { openOperatorScope } from "#db/scope.ts";
import { beginRetraction, retractImport } from "./retract-import.ts";
import { setImport } from "./set-import.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
});
afterEach(() => fixture.close());

async function undo(importId: number, now = fixture.now): Promise<void> {
  beginRetraction(fixture.scope, importId, { status: "undone" });
  await retractImport(fixture.scope, importId, { now: () => now });
}

const HEADER = "share_id,parent_id,time,actor,channel";
const FIRST = `${HEADER}\ns1,,2024-01-01T00:00:00Z,ann,x\ns3,s2,2024-01-01T02:00:00Z,cid,x\n`;
const SECOND = `${HEADER}\ns2,s1,2024-01-01T01:00:00Z,bob,x\ns4,s3,2024-01-01T03:00:00Z,dan,x\nbad,,never,eve,x\n`;

test("undo leaves what was derived as if the file had never come; its counters stay on record", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  const before = fixture.digest();
  await fixture.run(fixture.write("second.csv", SECOND));
  expect(fixture.digest()).not.toBe(before);
  expect([fixture.count("journal"), fixture.count("quarantine")]).toEqual([4, 1]);
  await undo(2);
  expect(fixture.digest()).toBe(before);
  expect([fixture.count("journal"), fixture.count("quarantine")]).toEqual([2, 0]);
  expect(readImport(fixture.scope, { importId: 2 })).toMatchObject({ status: "undone", accepted: 2 });
});

test("what two files brought stays until both are taken back", async () => {
  const overlapping = `${HEADER}\ns1,,2024-01-01T00:00:00Z,ann,x\ns2,s1,2024-01-01T01:00:00Z,bob,x\n`;
  const alone = new ImportFixture();
  await alone.run(alone.write("log.csv", overlapping));
  await fixture.run(fixture.write("first.csv", FIRST));
  const first = fixture.digest();
  expect(await fixture.run(fixture.write("second.csv", overlapping))).toMatchObject({
    ...{ accepted: 1, duplicate: 1 },
  });
  const both = fixture.digest();
  await undo(1);
  expect(fixture.digest()).toBe(alone.digest());
  // The first file again: what the second holds is a repetition now, the other way round.
  expect(await fixture.run(fixture.write("first.csv", FIRST))).toMatchObject({ accepted: 1, duplicate: 1 });
  expect(fixture.digest()).toBe(both);
  await undo(2);
  expect(fixture.digest()).toBe(first);
  await undo(3);
  expect(fixture.count("journal")).toBe(0);
  alone.close();
});

test("undo twice is undo once", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  await undo(1);
  const undone = readImport(fixture.scope, { importId: 1 });
  await undo(1, fixture.now + 1);
  expect(readImport(fixture.scope, { importId: 1 })).toEqual(undone);
});

test("a file taken back can be imported again, to the same end", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  const second = fixture.write("second.csv", SECOND);
  await fixture.run(second);
  const both = fixture.digest();
  await undo(2);
  expect(await fixture.run(second)).toMatchObject({ accepted: 2, duplicate: 0 });
  expect(fixture.digest()).toBe(both);
});

test("another workspace's import is not found and stays", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  const missing = expect.objectContaining({ name: "NotFoundError", noun: "import" });
  expect(() => beginRetraction(fixture.stranger, 1, { status: "undone" })).toThrow(missing);
  beginRetraction(fixture.scope, 1, { status: "undone" });
  await expect(retractImport(fixture.stranger, 1, { now: () => 0 })).rejects.toEqual(missing);
  expect(fixture.count("journal")).toBe(2);
});

const LONG = `${HEADER}\n${Array.from({ length: 60 }, (_, i) => `r${i},${i === 0 ? "" : "r0"},1700000000,p${i},x\n`).join("")}`;
const FAULTY = `${HEADER}\n${Array.from({ length: 1200 }, (_, i) => `q${i},,never,p${i},x\n`).join("")}`;

/** By it, every step takes so long that those after it are as small as they get. */
function slowClock(): () => number {
  let now = 0;
  return () => {
    now += 1000;
    return now;
  };
}

test("it ends as it was begun: undone, cancelled or failed", async () => {
  const fault = { reason: "interrupted" } as const;
  const ends = [{ status: "undone" }, { status: "cancelled" }, { status: "failed", fault }] as const;
  for (const [index, end] of ends.entries()) {
    const importId = index + 1;
    await fixture.run(fixture.write("first.csv", FIRST));
    beginRetraction(fixture.scope, importId, end);
    expect(readImport(fixture.scope, { importId }).status).toBe("undoing");
    await retractImport(fixture.scope, importId, { now: () => 7 });
    expect(readImport(fixture.scope, { importId })).toMatchObject({ fault: null, ...end, finishedAt: 7 });
    expect(fixture.count("journal")).toBe(0);
  }
});

test("an import that failed or was cancelled half-way is undone when somebody asks for that", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  setImport(fixture.scope, 1, ["done"], {
    ...{ status: "failed", fault: { reason: "interrupted" }, cancelRequested: true },
  });
  updateImport(fixture.scope, { importId: 1, status: "undoing" });
  expect(readImport(fixture.scope, { importId: 1 })).toMatchObject({ bytesRead: 0, fault: null });
  await retractImport(fixture.scope, 1, { now: () => fixture.now });
  expect(readImport(fixture.scope, { importId: 1 })).toMatchObject({ status: "undone", fault: null });
});

test("what is not marked is left alone, and what was taken back is not marked again", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  await retractImport(fixture.scope, 1, { now: () => fixture.now, clock: () => 0 });
  expect([readImport(fixture.scope, { importId: 1 }).status, fixture.count("journal")]).toEqual(["done", 2]);
  await undo(1);
  beginRetraction(fixture.scope, 1, { status: "failed", fault: { reason: "interrupted" } });
  expect(readImport(fixture.scope, { importId: 1 })).toMatchObject({ status: "undone", fault: null });
});

test("it tells how far it is, and every reader that the campaign has changed", async () => {
  await fixture.run(fixture.write("long.csv", LONG));
  const { fileBytes } = readImport(fixture.scope, { importId: 1 });
  beginRetraction(fixture.scope, 1, { status: "undone" });
  const told: number[] = [];
  const revisions = new Set<string | null>();
  await retractImport(fixture.scope, 1, {
    now: () => 7,
    clock: slowClock(),
    onStep: () => {
      const { bytesRead, startedAt } = readImport(fixture.scope, { importId: 1 });
      expect(startedAt).toBe(7);
      told.push(bytesRead);
      revisions.add(readRevision(fixture.scope, { campaignId: 1 }));
    },
  });
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told[0]).toBe(0);
  expect(new Set(told).size).toBeGreaterThan(10);
  expect(revisions.size).toBe(new Set(told).size);
  expect(readImport(fixture.scope, { importId: 1 }).bytesRead).toBe(fileBytes);
});

test("it may be stopped at any step, by a throw, and goes on from there", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  const before = fixture.digest();
  await fixture.run(fixture.write("long.csv", LONG));
  beginRetraction(fixture.scope, 2, { status: "cancelled" });
  let asked = 0;
  const shouldStop = () => {
    asked += 1;
    if (asked === 9) throw new Error("the server stops");
  };
  const options = { now: () => 7, clock: slowClock() };
  await expect(retractImport(fixture.scope, 2, { ...options, shouldStop })).rejects.toThrow(
    "the server stops",
  );
  const left = fixture.count("journal");
  expect([left > 2, left < 62]).toEqual([true, true]);
  expect(readImport(fixture.scope, { importId: 2 }).status).toBe("undoing");
  await retractImport(fixture.scope, 2, options);
  expect(readImport(fixture.scope, { importId: 2 }).status).toBe("cancelled");
  expect(fixture.digest()).toBe(before);
});

test("two at once, of one import, take it back once", async () => {
  await fixture.run(fixture.write("long.csv", LONG));
  beginRetraction(fixture.scope, 1, { status: "undone" });
  const options = { now: () => 7, clock: slowClock() };
  const other = openDatabase(fixture.databasePath);
  await Promise.all([
    retractImport(fixture.scope, 1, options),
    retractImport(openOperatorScope(other, "ours"), 1, options),
  ]);
  other.$client.close();
  expect(readImport(fixture.scope, { importId: 1 })).toMatchObject({ status: "undone", finishedAt: 7 });
  expect(fixture.count("journal")).toBe(0);
});

test("quarantined rows go with it, however many", async () => {
  await fixture.run(fixture.write("faulty.csv", FAULTY));
  await fixture.run(fixture.write("second.csv", SECOND));
  expect(fixture.count("quarantine")).toBe(1201);
  await undo(1);
  expect(fixture.count("quarantine")).toBe(1);
});

test("it waits for another writer, though not for ever", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  beginRetraction(fixture.scope, 1, { status: "undone" });
  const impatient = openDatabase(fixture.databasePath, { busyMs: 0 });
  const scope = openOperatorScope(impatient, "ours");
  const writer = fixture.db.$client;
  writer.exec("BEGIN IMMEDIATE");
  const everSlower = slowClock();
  const forEver = retractImport(scope, 1, { now: () => 7, clock: () => 10 * everSlower() });
  await expect(forEver).rejects.toThrow("database is locked");
  let asked = 0;
  const clock = () => {
    asked += 1;
    if (asked === 5) writer.exec("COMMIT");
    return asked;
  };
  await retractImport(scope, 1, { now: () => 7, clock });
  expect(readImport(fixture.scope, { importId: 1 }).status).toBe("undone");
  impatient.$client.close();
});
