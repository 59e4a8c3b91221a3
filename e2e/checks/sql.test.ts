import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isTest, withoutComments } from "#lib/testing/source-file.ts";

const DB = new URL("../../db", import.meta.url).pathname;
const TEMPLATE = /`((?:[^`\\]|\\.)*)`/gs;
const IS_SQL =
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|FROM|JOIN|ORDER BY|CREATE|DROP|PRAGMA|VACUUM|ATTACH)\b/;
const PLACE = /\$\{((?:[^{}]|\{[^{}]*\})*)\}/g;
const IS_CONSTANT = /^[A-Z][A-Z0-9_]*(?: - 1)?$/;

/** What is written into SQL and is no constant by its name: each is chosen here or by SQLite, never typed by anybody. */
const CHOSEN_HERE: Readonly<Record<string, readonly string[]>> = {
  "backup/contents.ts": ["name"],
  "backup/forget-entry.ts": ["table"],
  "engines/sqlite/derived-digest.ts": ["KEYS[table]", "table"],
  "engines/sqlite/effective-events.ts": ["hint"],
  "engines/sqlite/person-facts.ts": [
    "events",
    'factsOf("")',
    'factsOf("AND (j.import_id = @importId OR l.import_id = @importId)")',
  ],
  "engines/sqlite/read-columns.ts": ["after", "from", "key"],
  "engines/sqlite/reads/campaigns.ts": ["RANK[sort]"],
  "engines/sqlite/reads/journal.ts": [
    "EFFECTIVE.arrives",
    "EFFECTIVE.seedKind",
    "EFFECTIVE.verified",
    "EFFECTIVE.via",
    "join",
    "where",
  ],
  "engines/sqlite/reads/live.ts": ["join", "share", "where"],
  "engines/sqlite/reads/shares.ts": ["ORPHAN | CYCLE"],
  "engines/sqlite/reads/touches.ts": ["ORPHAN | CYCLE"],
  "engines/sqlite/rebuild-campaign.ts": [
    "EFFECTIVE.arrives",
    "EFFECTIVE.seedKind",
    "EFFECTIVE.verified",
    "EFFECTIVE.via",
    "table",
  ],
  "engines/sqlite/records.ts": ["of", "which"],
  "engines/sqlite/sqlite-forest-store.ts": [
    'SELECT_SHARES.replace("FROM shares", "FROM shares INDEXED BY shares_parent")',
  ],
  "import/retract-import.ts": ["rows"],
  "queries/intake/read-intake-report.ts": [
    '["accepted", "duplicate", "quarantined", "refused"].map(sumOf).join(", ")',
  ],
  "upgrade/row-counts.ts": ["table"],
  "upgrade/run-migrations.ts": ["table"],
  "vault/seal-secrets.ts": ["name", "rowId", "set", "table", "tenant", "tenantOf(column)"],
};

/** What a file writes into its SQL beside constants. */
function writtenIn(text: string): string[] {
  const code = withoutComments(text);
  const found = [...code.matchAll(TEMPLATE)].flatMap(([, body = ""]) =>
    IS_SQL.test(body) ? [...body.matchAll(PLACE)].map(([, place = ""]) => place) : [],
  );
  return [...new Set(found.filter((place) => !IS_CONSTANT.test(place)))].sort();
}

const FORBIDDEN = /\bsql\.(?:raw|identifier)\b|"(?:SELECT|UPDATE|DELETE|INSERT) [^"]*" ?\+/;

describe("SQL", () => {
  const files = readdirSync(DB, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !isTest(`/${file}`) && !/^(bench|seed)\//.test(file))
    .map((file) => ({ file, text: readFileSync(join(DB, file), "utf8") }));

  test("holds nothing that anybody typed: what is written into it are constants and what is chosen here", () => {
    expect(files.length).toBeGreaterThan(150);
    const found = files.flatMap(({ file, text }) => {
      const written = writtenIn(text);
      return written.length === 0 ? [] : [[file, written] as const];
    });
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(Object.entries(CHOSEN_HERE).map(([file, places]) => [file, [...places].sort()])),
    );
  });

  test("is never glued together, and no name comes into it from outside", () => {
    const raw = files.filter(({ text }) => FORBIDDEN.test(withoutComments(text))).map(({ file }) => file);
    expect(raw).toEqual([]);
  });
});

test("what is typed into SQL would be found out", () => {
  expect(writtenIn(`db.prepare(\`SELECT 1 FROM t WHERE name = '\${name}' AND a = \${A}\`)`)).toEqual([
    "name",
  ]);
  expect(writtenIn(`const text = \`Hello \${name}\`;`)).toEqual([]);
  expect(FORBIDDEN.test("sql.raw(order)")).toBe(true);
  expect(FORBIDDEN.test('"SELECT * FROM t WHERE a = " + a')).toBe(true);
  expect(FORBIDDEN.test("eq(t.name, name)")).toBe(false);
});
