import { afterEach, beforeEach, expect, test } from "vitest";
import { readImport } from "#db/queries/imports/read-import.ts";
import { retractImport } from "./retract-import.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
});
afterEach(() => fixture.close());

const HEADER = "share_id,parent_id,time,actor,channel";
const FIRST = `${HEADER}\ns1,,2024-01-01T00:00:00Z,ann,x\ns3,s2,2024-01-01T02:00:00Z,cid,x\n`;
const SECOND = `${HEADER}\ns2,s1,2024-01-01T01:00:00Z,bob,x\ns4,s3,2024-01-01T03:00:00Z,dan,x\nbad,,never,eve,x\n`;

test("undo leaves what was derived as if the file had never come; its counters stay on record", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  const before = fixture.digest();
  await fixture.run(fixture.write("second.csv", SECOND));
  expect(fixture.digest()).not.toBe(before);
  expect([fixture.count("journal"), fixture.count("quarantine")]).toEqual([4, 1]);
  retractImport(fixture.scope, 2, { status: "undone", now: fixture.now });
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
  retractImport(fixture.scope, 1, { status: "undone", now: fixture.now });
  expect(fixture.digest()).toBe(alone.digest());
  // The first file again: what the second holds is a repetition now, the other way round.
  expect(await fixture.run(fixture.write("first.csv", FIRST))).toMatchObject({ accepted: 1, duplicate: 1 });
  expect(fixture.digest()).toBe(both);
  retractImport(fixture.scope, 2, { status: "undone", now: fixture.now });
  expect(fixture.digest()).toBe(first);
  retractImport(fixture.scope, 3, { status: "undone", now: fixture.now });
  expect(fixture.count("journal")).toBe(0);
  alone.close();
});

test("undo twice is undo once", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  retractImport(fixture.scope, 1, { status: "undone", now: fixture.now });
  const undone = readImport(fixture.scope, { importId: 1 });
  retractImport(fixture.scope, 1, { status: "undone", now: fixture.now + 1 });
  expect(readImport(fixture.scope, { importId: 1 })).toEqual(undone);
});

test("a file taken back can be imported again, to the same end", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  const second = fixture.write("second.csv", SECOND);
  await fixture.run(second);
  const both = fixture.digest();
  retractImport(fixture.scope, 2, { status: "undone", now: fixture.now });
  expect(await fixture.run(second)).toMatchObject({ accepted: 2, duplicate: 0 });
  expect(fixture.digest()).toBe(both);
});

test("another workspace's import is not found and stays", async () => {
  await fixture.run(fixture.write("first.csv", FIRST));
  const undo = () => retractImport(fixture.stranger, 1, { status: "undone", now: fixture.now });
  expect(undo).toThrow(expect.objectContaining({ name: "NotFoundError", noun: "import" }));
  expect(fixture.count("journal")).toBe(2);
});
