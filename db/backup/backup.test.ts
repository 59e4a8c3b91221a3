import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { backUp } from "#db/backup/back-up.ts";
import { listBackups, pruneBackups } from "#db/backup/list-backups.ts";
import { restore } from "#db/backup/restore.ts";
import { openDatabase } from "#db/open-database.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";

const NOON = Date.UTC(2026, 10, 30, 12);
const SECRET = "the secret of this installation, long enough";
const IS_ROOT = process.getuid?.() === 0;

/** A database that three workspaces live in and that stays open, as beside a server; its folder is the test's. */
function plant() {
  const { db } = plantTenants();
  const databasePath = db.$client.name;
  const folder = mkdtempSync(join(tmpdir(), "intishar-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  db.$client.exec(`
    INSERT INTO installation (id, set_up_token_hash, acknowledged) VALUES (1, 'hash', 40);
    INSERT INTO password_resets (user_id, token_hash, expires_at) SELECT id, 'reset', 9e15 FROM users LIMIT 1;
    INSERT INTO sessions SELECT 'session', id, 'Firefox', 0, 0, 9e15, 0 FROM users LIMIT 1`);
  const take = (now = NOON, more = {}) =>
    backUp({ databasePath, folder, now, version: "0.1.0", secret: SECRET, ...more });
  return { db, databasePath, folder, take, target: join(folder, "restored", "intishar.db") };
}

function ask(path: string, sql: string): unknown {
  const client = new Database(path, { readonly: true });
  try {
    return client.prepare(sql).pluck().get();
  } finally {
    client.close();
  }
}

function putBack(file: string, databasePath: string, force = false) {
  return restore({ file, databasePath, force, now: NOON });
}

/** Flips bytes in the middle of a file. */
function damage(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length / 2, bytes.length / 2 + 4000);
  writeFileSync(path, bytes);
}

describe("a backup", () => {
  it("holds what the open database holds, its log included, and nobody's session", async () => {
    const { db, databasePath, take, folder } = plant();
    expect(statSync(`${databasePath}-wal`).size).toBeGreaterThan(0);
    const { file, manifest } = await take();
    expect(readdirSync(folder).toSorted()).toEqual([
      "test-20261130T120000000Z.db",
      "test-20261130T120000000Z.db.json",
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(manifest).toMatchObject({
      takenAt: "2026-11-30T12:00:00.000Z",
      acknowledged: 40,
      version: "0.1.0",
    });
    const count = "SELECT count(*) FROM journal";
    expect(ask(file, count)).toBe(db.$client.prepare(count).pluck().get());
    expect(ask(file, count)).toBeGreaterThan(0);
    expect(ask(file, "SELECT count(*) FROM sessions")).toBe(0);
    expect(ask(file, "SELECT count(*) FROM password_resets")).toBe(0);
    expect(ask(file, "SELECT set_up_token_hash FROM installation")).toBeNull();
    expect(ask(databasePath, "SELECT count(*) FROM sessions")).toBe(1);
  });

  it("keeps the secret to itself unless it is asked for", async () => {
    const { take, folder } = plant();
    const { file } = await take();
    const stored = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    expect(stored.filter((text) => text.includes(SECRET))).toEqual([]);
    expect(existsSync(`${file}.secret`)).toBe(false);
    const second = await take(NOON + 1, { withSecret: true });
    expect(readFileSync(`${second.file}.secret`, "utf8")).toBe(`${SECRET}\n`);
    expect(statSync(`${second.file}.secret`).mode & 0o777).toBe(0o600);
  });

  it("leaves nothing behind when it is stopped, when the source is damaged, or when there is none", async () => {
    const { db, databasePath, take, folder } = plant();
    await expect(take(NOON, { shouldStop: () => true })).rejects.toMatchObject({ fault: "stopped" });
    db.$client.pragma("wal_checkpoint(TRUNCATE)");
    const broken = join(folder, "broken.sqlite");
    copyFileSync(databasePath, broken);
    damage(broken);
    await expect(take(NOON, { databasePath: broken })).rejects.toMatchObject({ fault: "damaged" });
    const absent = join(folder, "absent.db");
    await expect(take(NOON, { databasePath: absent })).rejects.toThrow(`${absent}: there is no database`);
    expect(readdirSync(folder).filter((name) => !name.startsWith("broken"))).toEqual([]);
    expect(listBackups(folder)).toEqual([]);
    await take();
    expect(listBackups(folder)).toHaveLength(1);
  });

  it("says which folder it cannot write to", async () => {
    const { take, folder } = plant();
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(take(NOON, { folder: join(file, "backups") })).rejects.toMatchObject({
      fault: "not-writable",
      message: expect.stringContaining(join(file, "backups")),
    });
  });

  it("is taken of a moment: commits in between neither begin it anew nor enter it", async () => {
    const { db, take } = plant();
    const insert = db.$client.prepare("UPDATE installation SET acknowledged = acknowledged + 1");
    const { file, manifest } = await take(NOON, { shouldStop: () => insert.run().changes === 0 });
    expect(manifest.acknowledged).toBe(40);
    expect(ask(file, "SELECT acknowledged FROM installation")).toBe(40);
    expect(ask(db.$client.name, "SELECT acknowledged FROM installation")).toBeGreaterThan(40);
  });
});

describe("a folder of backups", () => {
  it("keeps the newest that were asked for, and files that are not ours", async () => {
    const { take, folder } = plant();
    for (let n = 0; n < 4; n += 1) await take(NOON + n, { withSecret: n === 0 });
    writeFileSync(join(folder, "notes.txt"), "");
    writeFileSync(join(folder, "test-20200101T000000000Z.db"), "somebody's");
    const gone = pruneBackups(folder, 2, NOON);
    expect(gone).toEqual(["test-20261130T120000001Z.db", "test-20261130T120000000Z.db"]);
    expect(listBackups(folder).map(({ takenAt }) => takenAt - NOON)).toEqual([3, 2]);
    expect(readdirSync(folder)).toHaveLength(2 * 2 + 2);
  });

  it("does not count one that was cut short, and clears away what a crash left a day ago", async () => {
    const { take, folder } = plant();
    const { file } = await take();
    truncateSync(file, 8192);
    expect(listBackups(folder)).toEqual([]);
    writeFileSync(join(folder, "test-20261130T110000000Z.db.part"), "");
    pruneBackups(folder, 1, Date.now());
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toHaveLength(1);
    pruneBackups(folder, 1, Date.now() + 25 * 60 * 60 * 1000);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("a restore", () => {
  it("puts every row back where there is no database, and nobody is signed in", async () => {
    const { db, take, target } = plant();
    const { file } = await take();
    const restored = await putBack(file, target);
    expect(restored).toMatchObject({ replaced: null, lost: [] });
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(target))).toEqual(["intishar.db"]);
    expect(ask(target, "SELECT count(*) FROM sessions")).toBe(0);
    const copy = openDatabase(target);
    onTestFinished(() => void copy.$client.close());
    for (const workspaceId of [1, 2, 3])
      expect(workspaceDigest(copy, workspaceId)).toBe(workspaceDigest(db, workspaceId));
  });

  it("refuses a backup that is cut short, altered, or not one", async () => {
    const { take, target, folder } = plant();
    const { file } = await take();
    const bytes = readFileSync(file);
    truncateSync(file, bytes.length - 4096);
    await expect(putBack(file, target)).rejects.toThrow(`${file} has `);
    writeFileSync(file, bytes);
    damage(file);
    await expect(putBack(file, target, true)).rejects.toThrow("its SHA-256 differs");
    rmSync(`${file}.json`);
    await expect(putBack(file, target, true)).rejects.toThrow(`${file} is damaged`);
    writeFileSync(file, "not a database");
    await expect(putBack(file, target)).rejects.toThrow(`${file} is no SQLite database`);
    const foreign = join(folder, "foreign.sqlite");
    new Database(foreign).exec("CREATE TABLE notes (text)").close();
    await expect(putBack(foreign, target)).rejects.toThrow("not one of Intishar");
    expect(existsSync(target)).toBe(false);
    writeFileSync(file, bytes);
    await putBack(file, target);
    expect(existsSync(target)).toBe(true);
  });

  it("refuses rows that refer to nothing, and the schema of a newer program", async () => {
    const { take, target } = plant();
    const { file } = await take();
    rmSync(`${file}.json`);
    const client = new Database(file);
    client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9e15)");
    await expect(putBack(file, target, true)).rejects.toThrow("newer Intishar");
    client.exec("DELETE FROM __drizzle_migrations WHERE hash = 'later'");
    client.pragma("foreign_keys = OFF");
    client.exec("DELETE FROM workspaces WHERE id = 1");
    client.close();
    await expect(putBack(file, target, true)).rejects.toThrow("refer to nothing");
  });

  it("refuses a live file that was copied without its log, and takes it with the log", async () => {
    const { db, databasePath, folder, target } = plant();
    const naked = join(folder, "copied.sqlite");
    copyFileSync(databasePath, naked);
    await expect(putBack(naked, target)).rejects.toThrow(`without its ${naked}-wal`);
    await expect(putBack(naked, target, true)).rejects.toThrow(`without its ${naked}-wal`);
    copyFileSync(`${databasePath}-wal`, `${naked}-wal`);
    await putBack(naked, target);
    expect(ask(target, "SELECT count(*) FROM journal")).toBe(
      db.$client.prepare("SELECT count(*) FROM journal").pluck().get(),
    );
    expect(ask(target, "SELECT count(*) FROM sessions")).toBe(0);
    rmSync(`${naked}-wal`);
    db.$client.pragma("wal_checkpoint(TRUNCATE)");
    copyFileSync(databasePath, naked);
    await restore({ file: naked, databasePath: target, force: false, withoutLog: true, now: NOON });
  });

  it("refuses while a program has the database open, and leaves it as it is", async () => {
    const { db, databasePath, take } = plant();
    const { file } = await take();
    await expect(putBack(file, databasePath, true)).rejects.toThrow(`${databasePath} is in use`);
    db.$client.exec("UPDATE installation SET acknowledged = 41");
    expect(ask(databasePath, "SELECT acknowledged FROM installation")).toBe(41);
    await expect(putBack(databasePath, databasePath, true)).rejects.toThrow("is the database itself");
  });

  it("refuses to overwrite what the backup lacks unless told to, and keeps it beside", async () => {
    const { take, target } = plant();
    const { file } = await take();
    await putBack(file, target);
    await putBack(file, target);
    const later = new Database(target);
    later.exec(`UPDATE installation SET acknowledged = 47;
      INSERT INTO workspaces SELECT 9, 'late', name, zone, created_at FROM workspaces WHERE id = 1`);
    later.close();
    writeFileSync(`${target}.mark`, "47");
    const lost = "7 acknowledged events, 1 rows of workspaces";
    await expect(putBack(file, target)).rejects.toThrow(`newer than the backup, which lacks ${lost}`);
    expect(ask(target, "SELECT acknowledged FROM installation")).toBe(47);
    const restored = await putBack(file, target, true);
    expect(restored.lost.join(", ")).toBe(lost);
    expect(ask(target, "SELECT acknowledged FROM installation")).toBe(40);
    expect(existsSync(`${target}.mark`)).toBe(false);
    const kept = restored.replaced ?? "";
    expect(ask(kept, "SELECT acknowledged FROM installation")).toBe(47);
    expect(readFileSync(`${kept}.mark`, "utf8")).toBe("47");
  });

  it("replaces a database that cannot be read only when told to, and its log goes with it", async () => {
    const { take, target } = plant();
    const { file } = await take();
    await putBack(file, target);
    writeFileSync(target, "x".repeat(9000));
    writeFileSync(`${target}-wal`, "the log of another file");
    writeFileSync(`${target}.mark`, "45");
    await expect(putBack(file, target)).rejects.toThrow(`${target} cannot be read`);
    const restored = await putBack(file, target, true);
    expect(restored.lost).toEqual(["5 acknowledged events"]);
    expect(existsSync(`${target}-wal`)).toBe(false);
    expect(ask(target, "SELECT acknowledged FROM installation")).toBe(40);
  });

  it.skipIf(!IS_ROOT)("gives the file to whoever owns the folder when root restores", async () => {
    const { take, target } = plant();
    const { file } = await take();
    mkdirSync(dirname(target));
    chownSync(dirname(target), 4711, 4712);
    await putBack(file, target);
    expect(statSync(target)).toMatchObject({ uid: 4711, gid: 4712 });
  });
});
