import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { backUp } from "./backup/back-up.ts";
import { migrate, pendingMigrations } from "./migrate.ts";
import { copyBefore } from "./upgrade/copy-before.ts";
import { type Migration, readMigrations } from "./upgrade/migration-files.ts";
import { readRowCounts } from "./upgrade/row-counts.ts";
import { UpgradeError } from "./upgrade/upgrade-error.ts";

const known = readMigrations();
const EARLIER_0000 = "401c81dc88522d89911bd9a67483703f18af9afbaf4ddca517e1e3a1389ff0cf";
const EARLIER_0007 = "f1cad1425cff6c0e1d782720760d10768a645c5044f55338196e63983ac73d46";
const MEBIBYTE = 1024 * 1024;

/** Rows of the sixth migration's schema: codes that are ids and codes that are not, a seed, an orphan. */
const BEFORE_0007 = `
INSERT INTO workspaces (id, slug, name, zone, created_at) VALUES (1, 'w', 'W', 'UTC', 0);
INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'C', 'video', 0);
INSERT INTO journal (workspace_id, campaign_id, seq, event_id, kind, person, via, arrives, code, channel, seed_kind,
  occurred_at, received_at, attributes, source) VALUES
  (1, 1, 1, 'a', 'share', 'p1', NULL, 0, 'a', 'email', 'paid', 1000, 1, '{"country":"SA"}', 'file'),
  (1, 1, 2, 'share:b', 'share', 'p2', 'a', 1, 'b', 'sms', NULL, 2000, 1, '{"country":"EG","city":"Giza"}', 'file'),
  (1, 1, 3, 'c', 'share', 'p3', 'b', 1, 'c', 'sms', NULL, 3000, 1, NULL, 'file'),
  (1, 1, 4, 'd', 'share', 'p4', 'gone', 1, 'd', 'sms', NULL, 4000, 1, '{"city":"Aden"}', 'file');
INSERT INTO shares (workspace_id, campaign_id, root, code, parent, via, evidence, person, channel, mode, seed_kind, variant,
  at, depth, children, descendants, faults) VALUES
  (1, 1, 'a', 'c', 'b', 'b', 'stated', 'p3', 'sms', NULL, NULL, NULL, 3000, 2, 0, 0, 0),
  (1, 1, 'a', 'b', 'a', 'a', 'stated', 'p2', 'sms', NULL, NULL, NULL, 2000, 1, 1, 1, 0),
  (1, 1, 'a', 'a', NULL, NULL, NULL, 'p1', 'email', NULL, 'paid', NULL, 1000, 0, 1, 2, 0),
  (1, 1, 'd', 'd', NULL, 'gone', 'stated', 'p4', 'sms', NULL, NULL, NULL, 4000, 0, 0, 0, 1);`;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "intishar-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function withFile<T>(path: string, work: (client: Database.Database) => T): T {
  const client = new Database(path);
  try {
    return work(client);
  } finally {
    client.close();
  }
}

/** A file that ran the first `count` migrations, with what `rows` puts in. */
function olderFile(count: number, rows = ""): string {
  const path = join(newFolder(), "test.db");
  migrate(path, { known: known.slice(0, count) });
  withFile(path, (client) => client.exec(rows));
  return path;
}

function filesBeside(path: string): string[] {
  return readdirSync(join(path, ".."))
    .filter((name) => !/-(?:wal|shm)$/.test(name))
    .toSorted();
}

function contentOf(path: string): unknown {
  return withFile(path, (client) => {
    const schema = client.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();
    return [
      schema,
      ...["journal", "shares", "__drizzle_migrations"].map((table) =>
        client.prepare(`SELECT * FROM ${table}`).all(),
      ),
    ];
  });
}

const step = (statements: readonly string[]): Migration => ({
  ...{ tag: "9999_next", when: 9_999_999_999_999, hash: "h" },
  statements,
});

describe("migrate", () => {
  it("moves the forest of an older file and finds the country of every share", () => {
    const path = olderFile(7, BEFORE_0007);
    migrate(path);
    withFile(path, (client) => {
      const countries = client.prepare("SELECT code, country FROM shares ORDER BY code").raw().all();
      expect(countries).toEqual([
        ["a", "SA"],
        ["b", "EG"],
        ["c", null],
        ["d", null],
      ]);
      expect(client.pragma("foreign_key_check")).toEqual([]);
    });
  });

  it("tells how far it is with each row that moves, up to the end, and never less than before", () => {
    const many = `INSERT INTO workspaces VALUES (1, 'w', 'W', 'UTC', 0);
      INSERT INTO campaigns (workspace_id, id, name, tool, created_at) VALUES (1, 1, 'C', 'video', 0);
      INSERT INTO shares SELECT 1, 1, 'r', value, NULL, NULL, NULL, 'p', 'x', NULL, NULL, NULL, 0, 0, 0, 0, 0
        FROM (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n LIMIT 40000) SELECT value FROM n)`;
    const told: number[] = [];
    migrate(olderFile(7, many), { onProgress: (done) => void told.push(done) });
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    // The copy and the indexes come in strides; the statement that moves the rows must not be one.
    expect(told.length).toBeGreaterThan(12);
  });

  it("is quiet about a new file and one that has nothing before it, and copies neither", () => {
    const path = join(newFolder(), "test.db");
    const told: number[] = [];
    for (const _start of ["first", "second"]) migrate(path, { onProgress: (done) => void told.push(done) });
    expect(told).toEqual([]);
    expect(filesBeside(path)).toEqual(["test.db"]);
    expect(pendingMigrations(path)).toEqual({ isNew: false, pending: [] });
  });
});

describe("the copy before an upgrade", () => {
  it("has what the file had, for its owner alone, and lies beside it", () => {
    const path = olderFile(7, BEFORE_0007);
    const before = contentOf(path);
    migrate(path);
    expect(filesBeside(path)).toEqual(["test.before-0007_forest_rows.db", "test.db"]);
    const copy = path.replace(".db", ".before-0007_forest_rows.db");
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(contentOf(copy)).toEqual(before);
    expect(contentOf(path)).not.toEqual(before);
  });

  it("can be put in the file's place and upgraded again", () => {
    const path = olderFile(7, BEFORE_0007);
    migrate(path);
    const upgraded = contentOf(path);
    cpSync(path.replace(".db", ".before-0007_forest_rows.db"), path);
    migrate(path);
    expect(contentOf(path)).toEqual(upgraded);
  });

  it("is kept of the last two upgrades, and not when a crash left it unfinished", () => {
    const path = olderFile(5);
    writeFileSync(path.replace(".db", ".before-9999_gone.db.part"), "half");
    for (const count of [6, 7, 8, known.length]) migrate(path, { known: known.slice(0, count) });
    expect(filesBeside(path)).toEqual([
      "test.before-0007_forest_rows.db",
      "test.before-0008_goal_reporter.db",
      "test.db",
    ]);
  });

  it("is not begun on a disk without room for it", () => {
    const path = olderFile(7, BEFORE_0007);
    const before = contentOf(path);
    // 0007 writes the forest anew, 0008 adds a column.
    expect(() => migrate(path, { freeBytes: 32 * MEBIBYTE })).toThrow(
      /32 MiB free.*Nothing was changed.*Make room/,
    );
    expect(contentOf(path)).toEqual(before);
    expect(filesBeside(path)).toEqual(["test.db"]);
    migrate(path, { freeBytes: 40 * MEBIBYTE });
    expect(contentOf(path)).not.toEqual(before);
  });

  it("is not kept when it has not the rows of the file", () => {
    const path = olderFile(7, BEFORE_0007);
    const rows = withFile(path, readRowCounts);
    const more = new Map([...rows, ["journal", 5]]);
    expect(() => copyBefore(path, "tag", more)).toThrow(/has not the same rows in journal/);
    expect(filesBeside(path)).toEqual(["test.db"]);
    expect(copyBefore(path, "tag", rows)).toBe(path.replace(".db", ".before-tag.db"));
  });
});

describe("an upgrade that fails", () => {
  it.each([
    [
      "in a statement",
      ["DELETE FROM shares", "INSERT INTO nowhere VALUES (1)"],
      /9999_next, statement 2 of 2: no such/,
    ],
    [
      "by what it leaves",
      ["DELETE FROM campaigns"],
      /do not fit together: a row of journal refers to none of camp/,
    ],
  ])("%s leaves the file as it was, and names the copy", (_how, statements, message) => {
    const path = olderFile(known.length);
    withFile(path, (client) => client.exec(BEFORE_0007));
    const before = contentOf(path);
    const run = () => migrate(path, { known: [...known, step(statements)] });
    expect(run).toThrow(UpgradeError);
    expect(run).toThrow(message);
    expect(run).toThrow(/the file is as it was.*test\.before-9999_next\.db/);
    expect(contentOf(path)).toEqual(before);
    migrate(path, { known: [...known, step(["DELETE FROM shares"])] });
    expect(contentOf(path)).not.toEqual(before);
  });
});

describe("a file that is refused, unchanged", () => {
  const refused: [what: string, make: () => string, message: RegExp][] = [
    [
      "one of a newer program",
      () => {
        const path = olderFile(known.length);
        migrate(path, { known: [...known, step(["CREATE TABLE later (a)"])] });
        return path;
      },
      /newer version of Intishar.*Nothing was changed/,
    ],
    [
      "one that ran the first text of 0000",
      () => olderFile(1, `UPDATE __drizzle_migrations SET hash = '${EARLIER_0000}'`),
      /another text of the migration 0000_first_house.*no key.*Nothing was changed.*put back the copy/,
    ],
    [
      "one that ran an unknown text",
      () =>
        olderFile(
          9,
          "UPDATE __drizzle_migrations SET hash = 'x' WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)",
        ),
      /another text of the migration 0008_goal_reporter/,
    ],
    [
      "one that ran a migration of another branch",
      () => olderFile(8, "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 1795830481401)"),
      /a migration of 2026-11-28T01:48:01\.401Z that this program does not know/,
    ],
    [
      "one of another program",
      () => {
        const path = join(newFolder(), "test.db");
        withFile(path, (client) => client.exec("CREATE TABLE contacts (name)"));
        return path;
      },
      /a database of another program/,
    ],
  ];

  it.each(refused)("%s", (_what, make, message) => {
    const path = make();
    withFile(path, (client) => client.pragma("wal_checkpoint(TRUNCATE)"));
    const before = readFileSync(path);
    const beside = filesBeside(path);
    expect(() => migrate(path)).toThrow(UpgradeError);
    expect(() => migrate(path)).toThrow(message);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(filesBeside(path)).toEqual(beside);
  });

  it("but one that ran an earlier text with the same outcome is taken", () => {
    const path = olderFile(
      8,
      `UPDATE __drizzle_migrations SET hash = '${EARLIER_0007}' WHERE created_at = ${known[7]?.when}`,
    );
    migrate(path);
    expect(pendingMigrations(path).pending).toEqual([]);
  });
});

describe("a file that is missing", () => {
  const traces: [trace: string, leave: (path: string) => void][] = [
    [".mark", (path) => writeFileSync(`${path}.mark`, "12")],
    [".secret", (path) => writeFileSync(`${path}.secret`, "s")],
    ["-wal", (path) => writeFileSync(`${path}-wal`, "w")],
    ["what a restore replaced", (path) => writeFileSync(`${path}.replaced-20260301T120000000Z`, "r")],
    ["a copy", (path) => writeFileSync(path.replace(".db", ".before-0007_forest_rows.db"), "c")],
    [
      "an emptied file",
      (path) => {
        writeFileSync(path, "");
        writeFileSync(`${path}.mark`, "12");
      },
    ],
  ];

  it.each(traces)("is not begun anew beside %s, unless that is wanted", (_trace, leave) => {
    const path = join(newFolder(), "test.db");
    leave(path);
    const before = filesBeside(path);
    expect(() => migrate(path)).toThrow(/missing or empty.*beside it.*INTISHAR_NEW_DATABASE=1/);
    expect(filesBeside(path)).toEqual(before);
    migrate(path, { isNewAllowed: true });
    expect(pendingMigrations(path)).toEqual({ isNew: false, pending: [] });
  });

  it.each(["beside it", "on another disk"])("is not begun anew when it has a backup %s", async (place) => {
    const path = join(newFolder(), "test.db");
    const backups = place === "beside it" ? join(dirname(path), "backups") : join(newFolder(), "other");
    const options = place === "beside it" ? {} : { backups };
    migrate(path, options);
    const { file } = await backUp({
      databasePath: path,
      folder: backups,
      version: "1",
      secret: null,
      now: 5,
    });
    for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
    expect(() => migrate(path, options)).toThrow(`${file} is its newest backup`);
    expect(existsSync(path)).toBe(false);
    // Of another database, though it begins alike.
    migrate(join(dirname(path), "test-2.db"), options);
    migrate(path, { ...options, isNewAllowed: true });
    expect(existsSync(path)).toBe(true);
  });

  it("is begun without ceremony in a folder that is not there yet, and beside another database", () => {
    const folder = join(newFolder(), "data");
    for (const name of ["one.db", "two.db"]) {
      migrate(join(folder, name));
      writeFileSync(join(folder, `${name}.mark`), "12");
      expect(existsSync(join(folder, name))).toBe(true);
    }
  });
});
