import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { closeCurrentDatabase, currentDatabase } from "#db/connection.ts";
import { logBytes } from "#db/file-sizes.ts";
import { migrate } from "#db/migrate.ts";
import { closeDatabase, type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { writeLater } from "#db/write-later.ts";

function plant() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-connection-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "test.db");
  migrate(path);
  process.env.DATABASE_PATH = path;
  return { path, alone: join(folder, "alone.db") };
}

function addUser(db: IntisharDatabase, email: string): void {
  db.$client.prepare("INSERT INTO users (email, password_hash, created_at) VALUES (?, '', 0)").run(email);
}

function emailsIn(path: string): unknown[] {
  const db = openDatabase(path);
  const emails = db.$client.prepare("SELECT email FROM users ORDER BY email").pluck().all();
  db.$client.close();
  return emails;
}

test("once the process let go of it, the file alone holds everything, also what waited to be written", () => {
  const { path, alone } = plant();
  const db = currentDatabase();
  addUser(db, "a");
  writeLater(db, "b", () => addUser(db, "b"));
  // Another process may hold the file open, or be killed later: SQLite empties the log for the last alone.
  const other = openDatabase(path);
  expect(logBytes(path)).toBeGreaterThan(0);
  closeCurrentDatabase();
  copyFileSync(path, alone);
  expect(emailsIn(alone)).toEqual(["a", "b"]);
  expect([db.$client.open, logBytes(path)]).toEqual([false, 0]);
  other.$client.close();
  expect(emailsIn(path)).toEqual(["a", "b"]);
});

test("letting go twice, or of what was never opened, is no error; whoever asks later opens it again", () => {
  plant();
  closeCurrentDatabase();
  const db = currentDatabase();
  closeCurrentDatabase();
  closeCurrentDatabase();
  closeDatabase(db);
  expect(currentDatabase().$client.open).toBe(true);
  closeCurrentDatabase();
});

test("a log that cannot be copied, since somebody reads it, holds up nobody and stays whole", {
  timeout: 5000,
}, () => {
  const { path } = plant();
  const db = currentDatabase();
  const other = openDatabase(path);
  const rows = other.$client.prepare("SELECT name FROM sqlite_schema").iterate();
  rows.next();
  addUser(db, "a");
  closeCurrentDatabase();
  expect(logBytes(path)).toBeGreaterThan(0);
  rows.return?.();
  other.$client.close();
  expect(emailsIn(path)).toEqual(["a"]);
});
