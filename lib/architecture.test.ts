import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { functionLengths } from "./testing/function-lengths.ts";
import { circlesBelow, unreachedFiles } from "./testing/import-graph.ts";
import { importsOf, isTest, type SourceFile, withoutComments } from "./testing/source-file.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const LONGEST_FILE = 200;
const LONGEST_PAGE = 65;
const LONGEST_FUNCTION = 80;

/** Folder → the folders it may import, and where to go instead of the others. */
const ARROWS: Readonly<Record<string, { may: readonly string[]; door: string }>> = {
  lib: { may: ["lib"], door: "pass what it needs as an argument; lib/ is pure" },
  db: { may: ["lib", "db"], door: "let app/ call db/ and hand the result on" },
  components: { may: ["lib", "components"], door: "let the page in app/ query and pass props" },
  app: { may: ["lib", "db", "components", "app"], door: "keep test helpers beside the tests that use them" },
};
const SQL_PACKAGES = /^(better-sqlite3|drizzle-orm)(\/|$)/;
const IMPURE_PACKAGES = /^(node:|next$|next\/|next-auth|react$|react\/|react-dom)/;
const CLOCK_OR_CHANCE = /\b(?:(?:Date|performance)\.now|Math\.random)\(|\bnew Date\(\)/;

/** Start-up, commands, benchmarks and the first file of a thread open the database; all others are handed it. */
const OPENERS = [
  /^db\/(?:open-database|connection|migrate)\.ts$/,
  /^db\/(?:commands|bench)\//,
  /^app\/_front\/(?:run-app|demo)\.ts$/,
  /^app\/.*-(?:worker|thread|process)\.ts$/,
];

/** Mathematics that METRICS offers (§2.4, §8.3) and oracles hold, until a page shows it; a file in use leaves the list. */
const UNREACHED: readonly string[] = [
  "lib/estimators/forecast/branching.ts",
  "lib/estimators/forecast/hawkes.ts",
  "lib/estimators/forecast/seismic.ts",
  "lib/estimators/rt-from-counts.ts",
];

/** The rooms of lib, each of which may import those before it and itself (DESIGN §4). */
const FLOORS: readonly string[] = [
  ...["domain", "i18n", "env", "stats", "time", "access", "format", "sources", "collect", "simulate"],
  ...["cascade", "query", "picture", "explorer", "inputs", "estimators", "metrics", "answers"],
];

/** These quote what the rules forbid. */
const QUOTING = ["lib/architecture.test.ts", "lib/testing/import-graph.test.ts"];

/** Tables of events and of what is derived of them: an engine's own, whoever asks goes through the registry. */
const EVENT_TABLES = [
  "journal",
  "journal_claims",
  "shares",
  "cascades",
  "persons",
  "touches",
  "hourly_counts",
  "held_back_shares",
];
const NAMES_EVENT_TABLE = new RegExp(
  `\\b(?:FROM|JOIN|INTO|UPDATE)\\s+["\`]?(${EVENT_TABLES.join("|")})\\b`,
  "g",
);
const EVENT_SCHEMAS = EVENT_TABLES.map((table) => `#db/schema/${table.replaceAll("_", "-")}.ts`);
const MAY_NAME_EVENT_TABLES = /^db\/(?:engines|schema|migrations|bench)\//;
const INSIDE_ENGINE = /^#db\/engines\/[^/]+\//;

const isPage = (path: string) => /\/page\.tsx$/.test(path);
/** Dictionaries are as long as what there is to say. */
const isText = (path: string) => path.startsWith("lib/i18n/messages/");

function arrowFaults(file: SourceFile): string[] {
  const [folder = ""] = file.path.split("/");
  const arrow = ARROWS[folder];
  if (arrow === undefined) return [];
  return importsOf(file)
    .filter((specifier) => specifier.startsWith("#"))
    .filter((specifier) => !arrow.may.includes(specifier.slice(1).split("/")[0] ?? ""))
    .map((specifier) => `${file.path} imports ${specifier.slice(1)}: ${arrow.door}.`);
}

function floorFaults(file: SourceFile): string[] {
  const floorOf = (path: string) => FLOORS.indexOf(path.split("/")[1] ?? "");
  const own = floorOf(file.path);
  // Tests look at what stands above, too: an answer to a log, say.
  if (!file.path.startsWith("lib/") || isTest(file.path)) return [];
  if (own === -1) return [`${file.path} is in no room of lib that DESIGN knows: put it where its like is.`];
  return importsOf(file)
    .filter((specifier) => specifier.startsWith("#lib/"))
    .filter(
      (specifier) => floorOf(specifier.slice(1)) > own || (own === 0 && floorOf(specifier.slice(1)) !== 0),
    )
    .map((specifier) => `${file.path} imports ${specifier.slice(1)}, which stands above it in lib.`);
}

function packageFaults(file: SourceFile): string[] {
  const packages = importsOf(file).filter((specifier) => !specifier.startsWith("#"));
  const sql = file.path.startsWith("db/") ? [] : packages.filter((name) => SQL_PACKAGES.test(name));
  const isPure = file.path.startsWith("lib/") && !isTest(file.path);
  const impure = isPure ? packages.filter((name) => IMPURE_PACKAGES.test(name)) : [];
  return [
    ...sql.map((name) => `${file.path} imports ${name}: only db/ knows SQL; write a query in db/queries/.`),
    ...impure.map((name) => `${file.path} imports ${name}: ${ARROWS.lib?.door}.`),
  ];
}

function engineFaults(file: SourceFile): string[] {
  if (isTest(file.path) || MAY_NAME_EVENT_TABLES.test(file.path)) return [];
  const tables = [...withoutComments(file.text).matchAll(NAMES_EVENT_TABLE)].map(([, table]) => table);
  const schemas = importsOf(file).filter((specifier) => EVENT_SCHEMAS.includes(specifier));
  return [
    ...[...tables, ...schemas].map(
      (name) => `${file.path} names ${name}: read it in db/engines/<id>/reads/, ask EVENT_READS for it.`,
    ),
    ...importsOf(file)
      .filter((specifier) => INSIDE_ENGINE.test(specifier))
      .map((specifier) => `${file.path} imports ${specifier.slice(1)}: ask db/engines/registry.ts.`),
  ];
}

function textFaults(file: SourceFile): string[] {
  const faults: string[] = [];
  const code = withoutComments(file.text);
  if (/\bexport\s+\*/.test(code)) {
    faults.push(`${file.path} re-exports everything: import from the file that defines it.`);
  }
  if (isTest(file.path)) return faults;
  if (file.path.startsWith("lib/") && CLOCK_OR_CHANCE.test(code)) {
    faults.push(
      `${file.path} reads the clock or draws at random: take \`now\` or \`random\` as an argument.`,
    );
  }
  if (/\bopenDatabase\(/.test(code) && !OPENERS.some((opener) => opener.test(file.path))) {
    faults.push(`${file.path} opens the database: take the connection as an argument.`);
  }
  return faults;
}

function lengthFaults({ path, text }: SourceFile): string[] {
  if (isTest(path) || isText(path)) return [];
  const most = isPage(path) ? LONGEST_PAGE : LONGEST_FILE;
  const lines = text.trimEnd().split("\n").length;
  const long = functionLengths(text).filter((measured) => measured.lines > LONGEST_FUNCTION);
  return [
    ...(lines > most
      ? [`${path} has ${lines} lines, and ${most} is the most: split it by what it does.`]
      : []),
    ...long.map(
      (measured) =>
        `${path}:${measured.line} is a function of ${measured.lines} lines, and ${LONGEST_FUNCTION} is the most: ` +
        "give a step of it, a hook or a part of its markup a name.",
    ),
  ];
}

function faultsOf(file: SourceFile): string[] {
  return [
    ...arrowFaults(file),
    ...floorFaults(file),
    ...packageFaults(file),
    ...engineFaults(file),
    ...textFaults(file),
    ...lengthFaults(file),
  ];
}

function filesIn(folders: readonly string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((path) => /\.(?:tsx?|mjs)$/.test(path))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

describe("the house holds", () => {
  const files = filesIn(Object.keys(ARROWS));

  it("in every file", () => {
    expect(files.length).toBeGreaterThan(50);
    const others = files.filter(({ path }) => !QUOTING.includes(path));
    expect(others.flatMap(faultsOf)).toEqual([]);
  });

  it("no file that nothing reaches", () => {
    const unreached = unreachedFiles([...files, ...filesIn(["e2e"])]);
    expect(unreached.filter((path) => !UNREACHED.includes(path))).toEqual([]);
    expect(UNREACHED.filter((path) => !unreached.includes(path))).toEqual([]);
  });

  it("no rooms of components that import one another in a circle", () => {
    expect(circlesBelow("components", files)).toEqual([]);
  });
});

describe("the rules tell right from wrong", () => {
  const lines = (count: number) => "x;\n".repeat(count);
  const cases: [rule: string, wrong: SourceFile, right: SourceFile][] = [
    [
      "lib imports only lib",
      { path: "lib/time/a.ts", text: 'import { b } from "#db/b.ts";' },
      { path: "lib/time/a.ts", text: 'import { b } from "#lib/time/b.ts";' },
    ],
    [
      "a relative path is no way round",
      { path: "lib/time/a.ts", text: 'import { b } from "../../db/b.ts";' },
      { path: "lib/time/a.ts", text: 'import { b } from "../b.ts";' },
    ],
    [
      "db does not import app",
      { path: "db/a.ts", text: 'const { b } = await import("#app/b.ts");' },
      { path: "app/a.ts", text: 'const { b } = await import("#db/b.ts");' },
    ],
    [
      "components do not import db, not even for a type",
      { path: "components/a.tsx", text: 'import type { B } from "#db/b.ts";' },
      { path: "components/a.tsx", text: 'import type { B } from "#lib/b.ts";' },
    ],
    [
      "the app does not import the tests",
      { path: "app/a.ts", text: 'import "#e2e/b.ts";' },
      { path: "app/a.ts", text: 'import "#app/b.ts";' },
    ],
    [
      "only db knows SQL",
      { path: "app/a.ts", text: 'import { eq } from "drizzle-orm";' },
      { path: "db/a.ts", text: 'import { eq } from "drizzle-orm";' },
    ],
    [
      "an event table is named within its engine alone",
      { path: "db/queries/a.ts", text: "const SQL = `SELECT 1 FROM shares WHERE code = ?`;" },
      { path: "db/engines/sqlite/a.ts", text: "const SQL = `SELECT 1 FROM shares WHERE code = ?`;" },
    ],
    [
      "joined, after a line break, in quotes",
      { path: "db/a.ts", text: 'const SQL = `SELECT 1 FROM links JOIN\n  "hourly_counts" h`;' },
      { path: "db/a.ts", text: "const SQL = `SELECT shares FROM channels JOIN persons_of_file`;" },
    ],
    [
      "or written to",
      { path: "db/a.ts", text: 'const SQL = "INSERT INTO journal VALUES (1)";' },
      { path: "db/a.test.ts", text: 'const SQL = "INSERT INTO journal VALUES (1)";' },
    ],
    [
      "or changed",
      { path: "db/a.ts", text: 'const SQL = "UPDATE persons SET shares = 0";' },
      { path: "db/bench/a.ts", text: 'const SQL = "UPDATE persons SET shares = 0";' },
    ],
    [
      "nor by its schema",
      { path: "db/queries/a.ts", text: 'import { journalClaims } from "#db/schema/journal-claims.ts";' },
      { path: "db/queries/a.ts", text: 'import { campaigns } from "#db/schema/campaigns.ts";' },
    ],
    [
      "an engine is asked through the registry",
      { path: "db/queries/a.ts", text: 'import type { Row } from "../engines/sqlite/reads/a.ts";' },
      { path: "db/queries/a.ts", text: 'import { EVENT_READS } from "#db/engines/registry.ts";' },
    ],
    [
      "lib does no I/O",
      { path: "lib/time/a.ts", text: 'import { readFileSync } from "node:fs";' },
      { path: "lib/time/a.test.ts", text: 'import { readFileSync } from "node:fs";' },
    ],
    [
      "the rooms of lib import only downwards",
      { path: "lib/stats/a.ts", text: 'import { b } from "#lib/metrics/b.ts";' },
      { path: "lib/metrics/a.ts", text: 'import { b } from "#lib/stats/b.ts";' },
    ],
    [
      "the nouns import nothing",
      { path: "lib/domain/a.ts", text: 'import { b } from "#lib/i18n/b.ts";' },
      { path: "lib/domain/a.ts", text: 'import { b } from "./b.ts";' },
    ],
    [
      "lib has no room of odds and ends",
      { path: "lib/utils/a.ts", text: "x;" },
      { path: "lib/time/a.ts", text: "x;" },
    ],
    [
      "lib has no clock",
      { path: "lib/time/a.ts", text: "const t = new Date();" },
      { path: "lib/time/a.ts", text: "const t = new Date(now);" },
    ],
    [
      "lib does not draw",
      { path: "lib/time/a.ts", text: "const r = Math.random();" },
      { path: "lib/time/a.ts", text: "// Math.random() would not repeat.\nconst r = random.next();" },
    ],
    [
      "no barrels",
      { path: "app/a.ts", text: 'export * from "./b.ts";' },
      { path: "app/a.ts", text: 'export type { B } from "./b.ts";' },
    ],
    [
      "the database is opened where something starts",
      { path: "app/w/a.ts", text: 'const db = openDatabase("a.db");' },
      { path: "app/_front/mail-worker.ts", text: 'const db = openDatabase("a.db");' },
    ],
    [
      "files stay short",
      { path: "app/a.ts", text: lines(LONGEST_FILE + 1) },
      { path: "app/a.ts", text: lines(LONGEST_FILE) },
    ],
    [
      "tests may be long, and helpers of tests",
      { path: "app/tests/a.ts", text: lines(LONGEST_FILE + 1) },
      { path: "app/testing/a.ts", text: lines(LONGEST_FILE + 1) },
    ],
    [
      "pages stay shorter",
      { path: "app/a/page.tsx", text: lines(LONGEST_PAGE + 1) },
      { path: "app/a/page.tsx", text: lines(LONGEST_PAGE) },
    ],
    [
      "functions stay short",
      { path: "app/a.ts", text: `function a() {\n${lines(LONGEST_FUNCTION - 1)}}\n` },
      { path: "app/a.ts", text: `function a() {\n${lines(LONGEST_FUNCTION - 2)}}\n` },
    ],
  ];

  it.each(cases)("%s", (_rule, wrong, right) => {
    expect(faultsOf(wrong)).toHaveLength(1);
    expect(faultsOf(wrong)[0]).toContain(wrong.path);
    expect(faultsOf(right)).toEqual([]);
  });
});
