import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { createProbe } from "#db/probe.ts";
import { MovedFileError } from "#db/storage-error.ts";

const STANDS_MS = 10_000;

function open() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-probe-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path, { busyMs: 0 });
  const other = openDatabase(path);
  const clock = { at: 5 };
  onTestFinished(() => {
    for (const { $client } of [db, other]) $client.close();
    rmSync(folder, { recursive: true });
  });
  const version = () => other.$client.pragma("data_version", { simple: true });
  return { folder, path, db, other, clock, version, ask: createProbe(db, () => clock.at).check };
}

test("a row is committed for the first question, and again when ten seconds have passed", () => {
  const { folder, path, clock, version, ask } = open();
  const seen = [version()];
  for (const at of [5, 5 + STANDS_MS - 1, 5 + STANDS_MS]) {
    clock.at = at;
    ask();
    seen.push(version());
  }
  expect(new Set(seen.slice(0, 2)).size).toBe(2);
  expect(seen[2]).toBe(seen[1]);
  expect(seen[3]).not.toBe(seen[2]);
  expect(readdirSync(folder).filter((name) => join(folder, name) === `${path}.probe`)).toEqual([]);
});

test("what refuses a write is said to, each time, until one works", () => {
  const { db, clock, ask } = open();
  ask();
  db.$client.pragma("query_only = 1");
  expect(ask).not.toThrow();
  clock.at += STANDS_MS;
  for (let time = 0; time < 2; time += 1) expect(ask).toThrow("readonly");
  db.$client.pragma("query_only = 0");
  expect(ask).not.toThrow();
});

test("somebody else's write is as good, unless one of ours failed before it", () => {
  const { db, other, ask } = open();
  other.$client.exec("BEGIN IMMEDIATE");
  expect(ask).not.toThrow();
  db.$client.pragma("query_only = 1");
  other.$client.exec("COMMIT");
  expect(ask).toThrow("readonly");
  db.$client.pragma("query_only = 0");
  other.$client.exec("BEGIN IMMEDIATE");
  expect(ask).toThrow("somebody else");
  other.$client.exec("COMMIT");
  expect(ask).not.toThrow();
});

test("room for more than a row is asked for at first and after a failure, not while all is well", () => {
  const { path, clock, ask } = open();
  // In the place of a megabyte that cannot be written.
  mkdirSync(`${path}.probe`);
  expect(ask).toThrow();
  rmdirSync(`${path}.probe`);
  expect(ask).not.toThrow();
  mkdirSync(`${path}.probe`);
  clock.at += STANDS_MS;
  expect(ask).not.toThrow();
});

test("a file that was moved away, or another in its place, is noticed at once", () => {
  const { path, db, ask } = open();
  const { prove, expectPlace } = createProbe(db);
  const questions = [ask, prove, expectPlace];
  for (const question of questions) expect(question).not.toThrow();
  renameSync(path, `${path}.moved`);
  // Where it lies now it could be written, which is not what is asked.
  for (const question of questions) expect(question).toThrow(MovedFileError);
  writeFileSync(path, "another");
  for (const question of questions) expect(question).toThrow(MovedFileError);
  rmSync(path);
  renameSync(`${path}.moved`, path);
  for (const question of questions) expect(question).not.toThrow();
});
