import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = new URL("..", import.meta.url).pathname;
const LONGEST_FILE = 250;

interface SourceFile {
  /** Path from the root of the repository. */
  path: string;
  text: string;
}

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

const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.includes("/testing/");
const isPage = (path: string) => /\/page\.tsx$/.test(path);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

function importsOf({ path, text }: SourceFile): string[] {
  const pattern = /\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;
  return [...withoutComments(text).matchAll(pattern)].map(([, specifier = ""]) => {
    if (specifier.startsWith("#")) return specifier;
    return specifier.startsWith(".") ? `#${normalize(join(path, "..", specifier))}` : specifier;
  });
}

function arrowFaults(file: SourceFile): string[] {
  const [folder = ""] = file.path.split("/");
  const arrow = ARROWS[folder];
  if (arrow === undefined) return [];
  return importsOf(file)
    .filter((specifier) => specifier.startsWith("#"))
    .filter((specifier) => !arrow.may.includes(specifier.slice(1).split("/")[0] ?? ""))
    .map((specifier) => `${file.path} imports ${specifier.slice(1)}: ${arrow.door}.`);
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
  const lines = file.text.trimEnd().split("\n").length;
  if (!isPage(file.path) && lines > LONGEST_FILE) {
    faults.push(`${file.path} has ${lines} lines: split it by function; ${LONGEST_FILE} is the most.`);
  }
  return faults;
}

function faultsOf(file: SourceFile): string[] {
  return [...arrowFaults(file), ...packageFaults(file), ...textFaults(file)];
}

function sourceFiles(): SourceFile[] {
  return (
    Object.keys(ARROWS)
      .flatMap((folder) =>
        readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
          (name) => `${folder}/${name}`,
        ),
      )
      .filter((path) => /\.tsx?$/.test(path))
      // This file quotes what the rules forbid.
      .filter((path) => path !== "lib/architecture.test.ts")
      .toSorted()
      .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }))
  );
}

describe("the house holds", () => {
  it("in every file", () => {
    const files = sourceFiles();
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap(faultsOf)).toEqual([]);
  });
});

describe("the rules tell right from wrong", () => {
  const long = "x;\n".repeat(LONGEST_FILE + 1);
  const cases: [rule: string, wrong: SourceFile, right: SourceFile][] = [
    [
      "lib imports only lib",
      { path: "lib/a.ts", text: 'import { b } from "#db/b.ts";' },
      { path: "lib/a.ts", text: 'import { b } from "#lib/b.ts";' },
    ],
    [
      "a relative path is no way round",
      { path: "lib/x/a.ts", text: 'import { b } from "../../db/b.ts";' },
      { path: "lib/x/a.ts", text: 'import { b } from "../b.ts";' },
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
      "lib does no I/O",
      { path: "lib/a.ts", text: 'import { readFileSync } from "node:fs";' },
      { path: "lib/a.test.ts", text: 'import { readFileSync } from "node:fs";' },
    ],
    [
      "lib has no clock",
      { path: "lib/a.ts", text: "const t = new Date();" },
      { path: "lib/a.ts", text: "const t = new Date(now);" },
    ],
    [
      "lib does not draw",
      { path: "lib/a.ts", text: "const r = Math.random();" },
      { path: "lib/a.ts", text: "// Math.random() would not repeat.\nconst r = random.next();" },
    ],
    [
      "no barrels",
      { path: "app/a.ts", text: 'export * from "./b.ts";' },
      { path: "app/a.ts", text: 'export type { B } from "./b.ts";' },
    ],
    ["files stay short", { path: "app/a.ts", text: long }, { path: "app/a.test.ts", text: long }],
  ];

  it.each(cases)("%s", (_rule, wrong, right) => {
    expect(faultsOf(wrong)).toHaveLength(1);
    expect(faultsOf(wrong)[0]).toContain(wrong.path);
    expect(faultsOf(right)).toEqual([]);
  });
});
