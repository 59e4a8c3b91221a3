import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/open-database.ts";
import { inTransaction } from "./in-transaction.ts";

function openTwo() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-"));
  const open = () => openDatabase(join(folder, "test.db"), { busyMs: 0 }).$client;
  const [ours, theirs] = [open(), open()];
  onTestFinished(() => {
    ours.close();
    theirs.close();
    rmSync(folder, { recursive: true });
  });
  ours.exec("CREATE TABLE t (n INTEGER)");
  return { ours, theirs, rows: () => ours.prepare("SELECT count(*) FROM t").pluck().get() };
}

test("the lock is taken at once: nobody writes between what is read and what is written for it", () => {
  const { ours, theirs, rows } = openTwo();
  const write = () => theirs.exec("INSERT INTO t VALUES (1)");
  inTransaction(ours, () => {
    expect(rows()).toBe(0);
    expect(write).toThrow("database is locked");
    ours.exec("INSERT INTO t VALUES (2)");
  });
  write();
  expect(rows()).toBe(2);
});

test("a throw takes all of it back", () => {
  const { ours, rows } = openTwo();
  const insert = () => ours.exec("INSERT INTO t VALUES (1)");
  const fail = () =>
    inTransaction(ours, () => {
      insert();
      throw new Error("no");
    });
  expect(fail).toThrow("no");
  expect(rows()).toBe(0);
  expect(inTransaction(ours, insert)).toBe(ours);
  expect(rows()).toBe(1);
});

test("one within another is a part of it: what it has written stands or falls with the whole", () => {
  const { ours, rows } = openTwo();
  const failWithin = () =>
    inTransaction(ours, () => {
      ours.exec("INSERT INTO t VALUES (1)");
      throw new Error("no");
    });
  inTransaction(ours, () => expect(failWithin).toThrow("no"));
  expect(rows()).toBe(1);
});
