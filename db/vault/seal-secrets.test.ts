import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { openIngestScope } from "#db/scope.ts";
import { type SealingReport, sealSecrets } from "./seal-secrets.ts";
import { ALIAS_KEY, PUBLIC_KEY, SEALED_COLUMNS, type SealedColumn, SIGNING_KEY } from "./sealed-columns.ts";
import { openSecret } from "./secrets-of.ts";
import { plainSecret, plantPlainSecrets } from "./testing/plant-secrets.ts";
import { isSealed, Vault } from "./vault.ts";

const [OLD, NEW, NEWER] = ["o", "n", "r"].map((letter) => letter.repeat(32)) as [string, string, string];
/** Enough for three slices of each table. */
const COUNT = 1100;
const DONE: SealingReport = { sealed: 0, resealed: 0, lost: [], isSweepDue: false };
const KILLED_SEALER = new URL("./testing/killed-sealer.ts", import.meta.url).pathname;
const KINDS = [
  [SIGNING_KEY, "signing"],
  [PUBLIC_KEY, "ipk"],
  [ALIAS_KEY, "alias"],
] as const;

function plant(count = COUNT): string {
  const folder = mkdtempSync(join(tmpdir(), "intishar-vault-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "test.db");
  plantPlainSecrets(path, count);
  return path;
}

/** Opens the file while `work` runs. */
function withFile<T>(path: string, vault: Vault | null, work: (db: IntisharDatabase) => T): T {
  const db = openDatabase(path, { vault, busyMs: 0 });
  try {
    return work(db);
  } finally {
    db.$client.close();
  }
}

const seal = (path: string, current: string, ...previous: readonly string[]) =>
  withFile(path, null, (db) => sealSecrets(db, new Vault({ current, previous })));

function stored(
  db: IntisharDatabase,
  { table, column, rowId }: SealedColumn,
): { id: number; text: string }[] {
  const sql = `SELECT ${rowId} AS id, ${column} AS text FROM ${table} ORDER BY ${rowId}`;
  return db.$client.prepare<[], { id: number; text: string }>(sql).all();
}

/** Expects every secret of the file to open with one server secret, and to be what was planted. */
function expectOpensWith(path: string, secret: string, count = COUNT): void {
  withFile(path, new Vault({ current: secret, previous: [] }), (db) => {
    for (const [column, kind] of KINDS) {
      const rows = stored(db, column);
      expect(rows.map(({ text }) => isSealed(text))).toEqual(Array(count).fill(true));
      const texts = rows.map(({ id, text }) => openSecret(db, { column, workspaceId: 1, rowId: id }, text));
      expect(texts).toEqual(rows.map(({ id }) => plainSecret(kind, id)));
    }
  });
}

/** How many plain secrets, of rows that are there and of rows that were deleted, stand in the bytes of the file. */
function plainInBytes(path: string): Record<string, number> {
  const bytes = [path, `${path}-wal`].flatMap((file) =>
    existsSync(file) ? [readFileSync(file, "latin1")] : [],
  );
  return Object.fromEntries(
    KINDS.map(([, kind]) => [
      kind,
      bytes.join("").match(new RegExp(`${kind}_\\d{6}_plain`, "g"))?.length ?? 0,
    ]),
  );
}

test("plain secrets are sealed in place, open to what they were, and are in no byte of the file any more", () => {
  const path = plant();
  const before = plainInBytes(path);
  for (const kind of ["signing", "ipk", "alias"]) expect(before[kind]).toBeGreaterThan(COUNT);
  expect(seal(path, OLD)).toEqual({ ...DONE, sealed: 3 * COUNT });
  expect(plainInBytes(path)).toEqual({ signing: 0, ipk: 0, alias: 0 });
  expectOpensWith(path, OLD);
  expect(seal(path, OLD)).toEqual(DONE);
});

test("a start that has nothing to seal writes nothing", () => {
  const path = plant(10);
  seal(path, OLD);
  const before = readFileSync(path);
  withFile(path, null, (db) => {
    const other = openDatabase(path, { busyMs: 0 });
    other.$client.exec("BEGIN IMMEDIATE");
    expect(sealSecrets(db, new Vault({ current: OLD, previous: [] }))).toEqual(DONE);
    other.$client.close();
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([1, 501, 1600, 2 * COUNT + 700])(
  "one that is killed at secret %i leaves each plain or sealed, and the next finishes",
  (at) => {
    const path = plant();
    const { signal } = spawnSync(process.execPath, ["--import", "tsx", KILLED_SEALER, path, OLD, String(at)]);
    expect(signal).toBe("SIGKILL");
    const vault = new Vault({ current: OLD, previous: [] });
    const sealed = withFile(path, vault, (db) => {
      const rows = KINDS.flatMap(([column, kind]) =>
        stored(db, column).map((row) => ({ ...row, column, kind })),
      );
      const texts = rows.map(({ column, id, text }) =>
        openSecret(db, { column, workspaceId: 1, rowId: id }, text),
      );
      expect(texts).toEqual(rows.map(({ kind, id }) => plainSecret(kind, id)));
      for (const id of [1, COUNT]) {
        const held = { publicKey: plainSecret("ipk", id) };
        expect(openIngestScope(db, held).collection).toMatchObject({
          campaignId: id,
          signingKey: plainSecret("signing", id),
        });
      }
      return rows.filter(({ text }) => isSealed(text)).length;
    });
    expect(sealed).toBeLessThan(at);
    expect(seal(path, OLD)).toEqual({ ...DONE, sealed: 3 * COUNT - sealed });
    expectOpensWith(path, OLD);
    expect(plainInBytes(path)).toEqual({ signing: 0, ipk: 0, alias: 0 });
  },
);

test("a file that could not be rewritten is rewritten at the next start", () => {
  const path = plant(20);
  const [vault, reader] = [new Vault({ current: OLD, previous: [] }), openDatabase(path)];
  reader.$client.exec("BEGIN; SELECT count(*) FROM collections");
  expect(withFile(path, null, (db) => sealSecrets(db, vault))).toEqual({
    ...DONE,
    sealed: 60,
    isSweepDue: true,
  });
  reader.$client.close();
  expect(withFile(path, null, (db) => sealSecrets(db, vault, { mostSwept: 100 }))).toEqual({
    ...DONE,
    isSweepDue: true,
  });
  expect(seal(path, OLD)).toEqual(DONE);
  expect(plainInBytes(path)).toEqual({ signing: 0, ipk: 0, alias: 0 });
});

test("with two previous secrets, what each sealed is sealed anew, and opens with the current one alone", () => {
  const path = plant(600);
  seal(path, OLD);
  withFile(path, null, (db) => {
    // Half of the rows are of the time between: sealed anew by a server that was stopped midway.
    const between = new Vault({ current: NEW, previous: [OLD] });
    db.$client.exec("CREATE TABLE later AS SELECT * FROM collections WHERE campaign_id > 300");
    db.$client.exec("DELETE FROM collections WHERE campaign_id > 300");
    sealSecrets(db, between);
    db.$client.exec("INSERT INTO collections SELECT * FROM later; DROP TABLE later");
  });
  expect(seal(path, NEWER, NEW)).toMatchObject({
    resealed: 300 + 300 + 600,
    lost: [
      { noun: SIGNING_KEY.noun, count: 300 },
      { noun: PUBLIC_KEY.noun, count: 300 },
    ],
  });
  expect(seal(path, NEWER, NEW, OLD)).toEqual({ ...DONE, resealed: 600 });
  expectOpensWith(path, NEWER, 600);
  expect(seal(path, NEWER)).toEqual(DONE);
});

test("what no secret opens is counted by kind and left as it is, until its secret is given", () => {
  const path = plant(5);
  seal(path, OLD);
  const bytes = () => withFile(path, null, (db) => SEALED_COLUMNS.map((column) => stored(db, column)));
  const before = bytes();
  const lost = KINDS.map(([{ noun }]) => ({ noun, count: 5 }));
  for (let start = 1; start <= 2; start += 1) expect(seal(path, NEW)).toEqual({ ...DONE, lost });
  expect(bytes()).toEqual(before);
  expect(seal(path, NEW, OLD)).toEqual({ ...DONE, resealed: 15 });
});

test("every column whose name is that of a secret is sealed or a hash", () => {
  const path = plant(1);
  const isNamed = ["key", "secret", "salt", "token", "password", "hash"].map(
    (word) => `c.name LIKE '%${word}%'`,
  );
  const sql = `SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND (${isNamed.join(" OR ")}) ORDER BY 1`;
  const named = withFile(path, null, (db) => db.$client.prepare<[], string>(sql).pluck().all());
  const sealed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
  expect(named.filter((name) => !name.endsWith("_hash") && !name.startsWith("__drizzle"))).toEqual(
    sealed.toSorted(),
  );
});
