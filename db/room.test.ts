import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { hasRoom, lacksRoom } from "./room.ts";
import { NoRoomError, UpgradeError } from "./upgrade/upgrade-error.ts";

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), "intishar-room-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "test.db");
}

/** Lets the next look at the disk of `path` find it full. */
const fill = (path: string) => symlinkSync("/dev/full", `${path}.probe`);

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it did not fail");
}

/** What SQLite says of a file that it can make no room for, and of what is no file. */
const full = () =>
  errorOf(() => {
    const client = new Database(":memory:");
    client.pragma("max_page_count = 2");
    client.exec("CREATE TABLE a (b); INSERT INTO a VALUES (zeroblob(99999))");
  });
const notRead = () => errorOf(() => new Database(tmpdir(), { readonly: true }));

test.skipIf(process.platform !== "linux")("a disk has room for a start, or has not", () => {
  const path = newPath();
  expect(hasRoom(path)).toBe(true);
  fill(path);
  expect(hasRoom(path)).toBe(false);
  expect(hasRoom(path)).toBe(true);
  // What else is amiss is not for want of room.
  expect(hasRoom(join(path, "no", "folder.db"))).toBe(true);
});

test("a full disk is known by what SQLite, the system or the upgrade says, at any depth", () => {
  const path = newPath();
  expect(lacksRoom(full(), path)).toBe(true);
  for (const code of ["ENOSPC", "EDQUOT"])
    expect(lacksRoom(Object.assign(new Error("no"), { code }), path)).toBe(true);
  expect(lacksRoom(new NoRoomError("32 MiB free"), path)).toBe(true);
  expect(lacksRoom(new UpgradeError("failed", { cause: new Error("0007", { cause: full() }) }), path)).toBe(
    true,
  );
  for (const other of [new UpgradeError("newer"), Object.assign(new Error("no"), { code: "EACCES" }), "full"])
    expect(lacksRoom(other, path)).toBe(false);
});

test.skipIf(process.platform !== "linux")("what SQLite says of no reason is held against the disk", () => {
  const path = newPath();
  const error = notRead();
  expect(lacksRoom(error, path)).toBe(false);
  fill(path);
  expect(lacksRoom(error, path)).toBe(true);
  // Another's fault stays that, however full the disk is.
  fill(path);
  expect(lacksRoom(new Error("no such secret"), path)).toBe(false);
});
