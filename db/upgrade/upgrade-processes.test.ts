import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { migrate, pendingMigrations } from "#db/migrate.ts";
import { readMigrations } from "./migration-files.ts";
import { writeOlderFile } from "./testing/older-file.ts";
import { writePlantedFile } from "./testing/planted-file.ts";

const PROCESS = new URL("./testing/upgrade-process.ts", import.meta.url);
const BEFORE_0007 = 7;

const known = readMigrations();
const root = mkdtempSync(join(tmpdir(), "intishar-upgrading-"));
const OLDER = join(root, "older.db");
beforeAll(() => {
  const source = join(root, "source.db");
  writePlantedFile(source, { isPlain: false, shares: 3000 });
  writeOlderFile(OLDER, BEFORE_0007, source);
});
afterAll(() => rmSync(root, { recursive: true }));

function olderFile(): string {
  const path = join(mkdtempSync(join(root, "test-")), "test.db");
  cpSync(OLDER, path);
  return path;
}

/** Everything in a file: its schema, and each table's rows in their order. */
function contentOf(path: string): unknown {
  const client = new Database(path);
  try {
    expect(client.pragma("integrity_check", { simple: true })).toBe("ok");
    const schema = client.prepare("SELECT type, name, sql FROM sqlite_master ORDER BY name").all() as {
      type: string;
      name: string;
    }[];
    const tables = schema.filter(({ type }) => type === "table");
    return [schema, ...tables.map(({ name }) => client.prepare(`SELECT * FROM "${name}"`).raw().all())];
  } finally {
    client.close();
  }
}

function start(
  path: string,
  ...behaviour: string[]
): { child: ChildProcess; ended: Promise<unknown[]>; said: string[] } {
  const child = fork(PROCESS, [path, ...behaviour], {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  const said: string[] = [];
  child.on("message", (message) => void said.push(String(message)));
  const ended = once(child, "exit");
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await ended;
  });
  return { child, ended, said };
}

async function until(child: ChildProcess, message: string): Promise<void> {
  for (;;) if ((await once(child, "message"))[0] === message) return;
}

it.each([0.1, 0.45, 0.6, 0.9, 1])(
  "a crash when %d is done leaves a file that the next start upgrades whole",
  async (done) => {
    const path = olderFile();
    const before = contentOf(path);
    const { ended } = start(path, "die", String(done));
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(contentOf(path)).toEqual(before);
    expect(pendingMigrations(path).pending).toEqual(known.slice(BEFORE_0007));

    migrate(path);

    const unbroken = olderFile();
    migrate(unbroken);
    expect(contentOf(path)).toEqual(contentOf(unbroken));
  },
);

it("of two programs that start at once one upgrades, and the other finds it done", async () => {
  const path = olderFile();
  const go = `${path}.go`;
  const first = start(path, "wait", go);
  await until(first.child, "upgrading");
  const second = start(path);
  await until(second.child, "started");
  writeFileSync(go, "");
  expect(await first.ended).toEqual([0, null]);
  expect(await second.ended).toEqual([0, null]);
  expect(second.said).toEqual(["started"]);
  expect(pendingMigrations(path).pending).toEqual([]);
});

it("two first starts at once make one database", async () => {
  const path = join(mkdtempSync(join(root, "test-")), "test.db");
  const both = [start(path), start(path)];
  expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(pendingMigrations(path)).toEqual({ isNew: false, pending: [] });
});
