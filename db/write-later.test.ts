import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { writeLater, writeWaiting } from "#db/write-later.ts";

function open(busyMs = 5000) {
  const folder = mkdtempSync(join(tmpdir(), "intishar-later-"));
  const path = join(folder, "test.db");
  migrate(path);
  const db = openDatabase(path, { busyMs });
  const other = openDatabase(path);
  onTestFinished(() => {
    for (const { $client } of [db, other]) $client.close();
    rmSync(folder, { recursive: true });
  });
  return { db, other };
}

/** Counts under a name what is noted under it; the statements that ran are listed. */
function counter(db: IntisharDatabase) {
  const ran: string[] = [];
  const note = (name: string) =>
    writeLater(db, name, (times) => {
      ran.push(name);
      db.$client
        .prepare("INSERT INTO users (email, password_hash, created_at) VALUES (?, '', ?)")
        .run(name, times);
    });
  const stored = () =>
    Object.fromEntries(
      db.$client.prepare("SELECT email, created_at FROM users").raw().all() as [string, number][],
    );
  return { note, stored, ran };
}

test("what is noted is written by itself, once, with how often it was noted", async () => {
  const { db } = open();
  const { note, stored, ran } = counter(db);
  for (const name of ["a", "b", "a", "a"]) note(name);
  expect(stored()).toEqual({});
  await vi.waitFor(() => expect(stored()).toEqual({ a: 3, b: 1 }));
  expect(writeWaiting(db)).toBe(true);
  expect(ran).toEqual(["a", "b"]);
});

test("while the database takes no write, notes wait, and are written once it does", async () => {
  const { db } = open();
  const { note, stored } = counter(db);
  db.$client.pragma("query_only = 1");
  note("a");
  expect(writeWaiting(db)).toBe(false);
  note("a");
  db.$client.pragma("query_only = 0");
  expect(stored()).toEqual({});
  await vi.waitFor(() => expect(stored()).toEqual({ a: 2 }), { timeout: 10_000 });
});

test("nobody waits for another writer, as the connection otherwise would", { timeout: 10_000 }, () => {
  const { db, other } = open(20_000);
  const { note, stored } = counter(db);
  other.$client.exec("BEGIN IMMEDIATE");
  note("a");
  expect(writeWaiting(db)).toBe(false);
  expect(db.$client.pragma("busy_timeout", { simple: true })).toBe(20_000);
  other.$client.exec("COMMIT");
  expect(writeWaiting(db)).toBe(true);
  expect(stored()).toEqual({ a: 1 });
});

test("a note about somebody who was deleted meanwhile keeps no other from being written", () => {
  const { db } = open();
  const { note, stored } = counter(db);
  writeLater(db, "gone", () =>
    db.$client.exec("INSERT INTO memberships (workspace_id, user_id, role) VALUES (9, 9, 'owner')"),
  );
  note("a");
  expect(writeWaiting(db)).toBe(true);
  expect(stored()).toEqual({ a: 1 });
});

test("notes that nothing can write take a bounded memory", () => {
  const { db } = open();
  const { note, ran } = counter(db);
  db.$client.pragma("query_only = 1");
  for (let index = 0; index < 10_100; index += 1) note(`n${index}`);
  note("n0");
  db.$client.pragma("query_only = 0");
  expect(writeWaiting(db)).toBe(true);
  expect(ran.length).toBe(10_000);
  expect(db.$client.prepare("SELECT created_at FROM users WHERE email = 'n0'").pluck().get()).toBe(2);
});
