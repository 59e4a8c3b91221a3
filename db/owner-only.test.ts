import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/open-database.ts";

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "intishar-modes-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Under a umask that takes nothing from anybody, as some containers have. */
function withoutMask<T>(work: () => T): T {
  const before = process.umask(0);
  try {
    return work();
  } finally {
    process.umask(before);
  }
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
const modesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));
const OWNED = { "test.db": "600", "test.db-shm": "600", "test.db-wal": "600" };

test("a database, its log and its folder are their owner's alone, whatever the umask", () => {
  const folder = join(openFolder(), "data", "intishar");
  const db = withoutMask(() => openDatabase(join(folder, "test.db")));
  db.$client.exec("CREATE TABLE t (a)");
  expect(modesIn(folder)).toEqual(OWNED);
  expect([modeOf(folder), modeOf(join(folder, ".."))]).toEqual(["700", "700"]);
  db.$client.close();
});

test("files of an older version are taken from others when they are opened; the folder is not ours to change", () => {
  const folder = openFolder();
  chmodSync(folder, 0o755);
  const path = join(folder, "test.db");
  const before = openDatabase(path);
  before.$client.exec("CREATE TABLE t (a)");
  for (const name of Object.keys(OWNED)) chmodSync(join(folder, name), 0o664);
  const db = openDatabase(path);
  expect(modesIn(folder)).toEqual(OWNED);
  expect(modeOf(folder)).toBe("755");
  expect(db.$client.prepare("SELECT count(*) FROM t").pluck().get()).toBe(0);
  for (const { $client } of [before, db]) $client.close();
});
