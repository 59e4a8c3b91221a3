import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Failure } from "#app/_front/failure-line.ts";
import { importRunner } from "#app/_front/import-runner.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import { openOperatorScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { ImportStatus } from "#lib/domain/import.ts";

const HEADER = "share_id,parent_id,person,occurred_at,channel\n";
const GOOD = ["s1,,amal,2024-03-01T10:00:00Z,whatsapp", "s2,s1,badr,2024-03-01T11:00:00Z,email"];
const FAULTY = "s3,s1,dina,yesterday,email";

let folder: string;
let databasePath: string;
let db: IntisharDatabase;
let scope: Scope<Permission>;
let runner: ReturnType<typeof importRunner>;
let failures: Failure[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-runner-"));
  databasePath = join(folder, "intishar.db");
  migrate(databasePath);
  db = openDatabase(databasePath);
  db.insert(workspaces).values({ id: 1, slug: "acme", name: "Acme", zone: "UTC", createdAt: 0 }).run();
  const campaign = { workspaceId: 1, id: 1, name: "Spring", tool: "share-button", createdAt: 0 } as const;
  db.insert(campaigns).values(campaign).run();
  scope = openOperatorScope(db, "acme");
  failures = [];
  runner = importRunner({ db: openDatabase(databasePath), log: (failure) => failures.push(failure) });
});

afterEach(async () => {
  await runner.stop();
  db.$client.close();
  rmSync(folder, { recursive: true });
});

async function upload(rows: readonly string[]): Promise<{ importId: number; path: string }> {
  const path = join(folder, "upload.csv");
  writeFileSync(path, `${HEADER}${rows.join("\n")}\n`);
  const { format, mapping } = await inspectFile(path);
  const file = { fileName: "log.csv", fileBytes: statSync(path).size, storedPath: path };
  const settings = { campaignId: 1, zone: "UTC", policy: "keep-good", now: Date.now() } as const;
  return { importId: createImport(scope, { ...file, ...settings, format, mapping }), path };
}

function reach(importId: number, status: ImportStatus): Promise<void> {
  return vi.waitFor(() => expect(readImport(scope, { importId }).status).toBe(status), { timeout: 60_000 });
}

function journalled(): unknown {
  return db.$client.prepare("SELECT count(*) FROM journal").pluck().get();
}

test("a file is checked, imported, deleted and undone", async () => {
  const { importId, path } = await upload([...GOOD, FAULTY]);
  runner.start();
  updateImport(scope, { importId, status: "checking" });
  await reach(importId, "checked");
  const expected = { received: 3, accepted: 2, duplicate: 0, quarantined: 1, refused: 0 };
  expect(readImport(scope, { importId }).report).toMatchObject({ counts: expected, seeds: 1, orphans: 0 });
  expect(journalled()).toBe(0);
  expect(existsSync(path)).toBe(true);

  updateImport(scope, { importId, status: "queued" });
  await reach(importId, "done");
  expect(readImport(scope, { importId })).toMatchObject(expected);
  expect(journalled()).toBe(2);
  await vi.waitFor(() => expect(readImport(scope, { importId }).storedPath).toBeNull());
  expect(existsSync(path)).toBe(false);

  updateImport(scope, { importId, status: "undoing" });
  await reach(importId, "undone");
  expect(journalled()).toBe(0);
  expect(failures).toEqual([]);
});

test("a cancelled import leaves nothing behind", async () => {
  const { importId, path } = await upload(GOOD);
  updateImport(scope, { importId, status: "queued", cancelRequested: true });
  runner.start();
  await reach(importId, "cancelled");
  expect(journalled()).toBe(0);
  await vi.waitFor(() => expect(existsSync(path)).toBe(false));
});

test("what was under way when the server stopped goes on at the next start", async () => {
  const { importId } = await upload(GOOD);
  updateImport(scope, { importId, status: "queued" });
  updateImport(scope, { importId, status: "importing" });
  runner.start();
  await reach(importId, "done");
  expect(journalled()).toBe(2);
});

test("an import whose file is gone fails, and the runner goes on", async () => {
  const gone = await upload(GOOD);
  rmSync(gone.path);
  updateImport(scope, { importId: gone.importId, status: "queued" });
  runner.start();
  await reach(gone.importId, "failed");
  await vi.waitFor(() => expect(failures).toMatchObject([{ event: "import-failed" }]));
  const next = await upload(GOOD);
  updateImport(scope, { importId: next.importId, status: "queued" });
  await reach(next.importId, "done");
});

test("a stop in the middle keeps whole batches, and the next runner brings the rest", async () => {
  const rows = Array.from({ length: 80_000 }, (_, i) => `r${i},,p${i},2024-03-01T10:00:00Z,email`);
  const { importId } = await upload(rows);
  updateImport(scope, { importId, status: "queued" });
  runner.start();
  await vi.waitFor(() => expect(readImport(scope, { importId }).received).toBeGreaterThan(0), {
    timeout: 60_000,
    interval: 5,
  });
  await runner.stop();
  const { status, received } = readImport(scope, { importId });
  expect(status).toBe("importing");
  expect(journalled()).toBe(received);
  expect(received).toBeLessThan(rows.length);
  runner = importRunner({ db: openDatabase(databasePath), log: (failure) => failures.push(failure) });
  runner.start();
  await reach(importId, "done");
  expect(readImport(scope, { importId })).toMatchObject({ received: rows.length, accepted: rows.length });
  expect(failures).toEqual([]);
});

function digest(): string {
  return eventStoreOf(db).digest({ workspaceId: 1, campaignId: 1 });
}

function expectSound(): void {
  const before = digest();
  eventStoreOf(db).rebuild({ workspaceId: 1, campaignId: 1 });
  expect(digest()).toBe(before);
}

/** Two files: each third share of one log, and the rest of it. */
async function importTwo(): Promise<{ importId: number; rest: string }> {
  const rows = Array.from(
    { length: 24_000 },
    (_, i) => `s${i},${i === 0 ? "" : `s${(i * 7919) % i}`},p${i % 9000},2024-03-01T10:00:00Z,email`,
  );
  const bring = async (part: readonly string[]) => {
    const { importId } = await upload(part);
    updateImport(scope, { importId, status: "queued" });
    await reach(importId, "done");
    return importId;
  };
  runner.start();
  await bring(rows.filter((_, i) => i % 3 > 0));
  const rest = digest();
  return { importId: await bring(rows.filter((_, i) => i % 3 === 0)), rest };
}

function hasBegun(importId: number): Promise<void> {
  const begun = () => {
    const { status, bytesRead } = readImport(scope, { importId });
    expect(status).toBe("undoing");
    expect(bytesRead).toBeGreaterThan(0);
  };
  return vi.waitFor(begun, { timeout: 60_000, interval: 5 });
}

test("an undo that the server's stop broke off goes on at the next start", async () => {
  const { importId, rest } = await importTwo();
  updateImport(scope, { importId, status: "undoing" });
  await hasBegun(importId);
  await runner.stop();
  expect(readImport(scope, { importId }).status).toBe("undoing");
  expect(journalled()).toBeGreaterThan(16_000);
  expectSound();
  runner = importRunner({ db: openDatabase(databasePath), log: (failure) => failures.push(failure) });
  runner.start();
  await reach(importId, "undone");
  expect(digest()).toBe(rest);
  expect(failures).toEqual([]);
}, 120_000);

test("an undo whose process was killed is sound as it stands, and the server does the rest of it", async () => {
  const { importId, rest } = await importTwo();
  await runner.stop();
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "db/commands/import.ts", "--undo", String(importId)],
    { env: { ...process.env, NODE_OPTIONS: "", DATABASE_PATH: databasePath }, stdio: "ignore" },
  );
  const ended = once(child, "exit");
  await hasBegun(importId);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  expect(readImport(scope, { importId }).status).toBe("undoing");
  expectSound();
  runner = importRunner({ db: openDatabase(databasePath), log: (failure) => failures.push(failure) });
  runner.start();
  await reach(importId, "undone");
  expect(digest()).toBe(rest);
}, 120_000);
