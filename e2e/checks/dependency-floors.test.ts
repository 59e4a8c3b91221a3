import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeVersionFault } from "#app/_front/node-version-fault.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly engines?: { readonly node?: string };
}

interface Manifest {
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

/** The first version of a package without a hole that is known; raise one with each advisory that is read. */
const FLOORS: Readonly<Record<string, { readonly version: string; readonly since: string }>> = {
  next: { version: "16.4.1", since: "CVE-2026-94482: a server action's arguments cost the processor" },
  "next-auth": { version: "4.24.15", since: "CVE-2026-73418: a look-alike @ in an address" },
  "drizzle-orm": { version: "0.45.2", since: "CVE-2026-39356: identifiers that were not escaped" },
  fflate: { version: "0.8.3", since: "CVE-2026-45820: a compressed file that never ends" },
  // Brings SQLite 3.53.2. Its 13th segfaults at once on Node 20, which `engines` admits.
  "better-sqlite3": { version: "12.11.1", since: "CVE-2026-11822, CVE-2026-11824: SQLite" },
};
const SQLITE_FLOOR = "3.53.2";

const read = <T>(path: string): T => JSON.parse(readFileSync(join(ROOT, path), "utf8")) as T;
const manifest = read<Manifest>("package.json");
const { packages } = read<{ packages: Readonly<Record<string, Locked>> }>("package-lock.json");
const OLDEST_NODE = /\d+\.\d+/.exec(manifest.engines.node)?.[0] ?? "";

const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? path;

/** Whether a version, such as `16.4.5`, is at least another; a pre-release counts as what comes before. */
function isAtLeast(version: string, floor: string): boolean {
  const [plain = "", preRelease] = version.split("-", 2);
  const [own, least] = [plain, floor].map((text) => text.split(".").map(Number));
  for (const at of [0, 1, 2]) {
    const [a, b] = [own?.[at] ?? 0, least?.[at] ?? 0];
    if (a !== b) return a > b;
  }
  return preRelease === undefined;
}

function admits(range: string, version: string): boolean {
  const [major] = version.split(".");
  return range.split("||").some((part) => {
    const bound = /\d+(?:\.\d+)*/.exec(part)?.[0];
    if (bound === undefined) return part.trim() === "*";
    return isAtLeast(version, bound) && (part.includes(">=") || bound.split(".")[0] === major);
  });
}

/** What is wrong with a lock file, a line each. */
function faultsOf(lock: Readonly<Record<string, Locked>>): string[] {
  const faults: string[] = [];
  for (const [path, { version = "", integrity, resolved, ...locked }] of Object.entries(lock)) {
    if (path === "") continue;
    const name = nameOf(path);
    const floor = FLOORS[name];
    if (floor !== undefined && !isAtLeast(version, floor.version))
      faults.push(`${name} ${version} is older than ${floor.version} (${floor.since})`);
    if (!/^sha512-/.test(integrity ?? "")) faults.push(`${name} is not held to what it was`);
    // By the project's .npmrc the lock names no address but of what is from elsewhere than the registry.
    if (resolved !== undefined) faults.push(`${name} is from elsewhere: ${resolved}`);
    if (locked.hasInstallScript === true && manifest.allowScripts[name] === undefined)
      faults.push(`${name} runs a script when it is installed, of which nothing is said in package.json`);
    const isServed = locked.dev !== true && locked.optional !== true;
    if (isServed && !admits(locked.engines?.node ?? "*", OLDEST_NODE))
      faults.push(`${name} ${version} does not run on Node ${OLDEST_NODE}: ${locked.engines?.node}`);
  }
  return faults;
}

describe("the lock file", () => {
  it("names nothing older than its floor, from elsewhere, unsealed, or for another Node", () => {
    expect(Object.keys(packages).length).toBeGreaterThan(200);
    expect(faultsOf(packages)).toEqual([]);
    for (const name of Object.keys(FLOORS)) expect(packages).toHaveProperty([`node_modules/${name}`]);
  });

  it("is what is installed", () => {
    for (const name of Object.keys(manifest.dependencies))
      expect(read<Locked>(`node_modules/${name}/package.json`).version, name).toBe(
        packages[`node_modules/${name}`]?.version,
      );
  });

  it.each<[string, Locked, RegExp]>([
    ["next", { version: "16.4.0" }, /older than 16\.4\.1/],
    ["next", { version: "16.4.1-canary.3" }, /older than 16\.4\.1/],
    ["next-auth", { version: "4.24.14" }, /CVE-2026-73418/],
    ["drizzle-orm", { version: "0.45.1" }, /CVE-2026-39356/],
    ["fflate", { version: "0.8.2" }, /CVE-2026-45820/],
    ["better-sqlite3", { version: "12.11.0" }, /CVE-2026-11822/],
    ["zod", { integrity: "sha1-x" }, /not held/],
    ["zod", { resolved: "http://elsewhere.example/zod.tgz" }, /from elsewhere/],
    ["zod", { hasInstallScript: true }, /runs a script/],
    ["zod", { engines: { node: ">=22.14" } }, /does not run on Node 20/],
    ["zod", { engines: { node: "22.x || ^24" } }, /does not run on Node 20/],
  ])("would be found out with another %s: %o", (name, change, fault) => {
    const path = `node_modules/${name}`;
    const faults = faultsOf({ ...packages, [path]: { ...packages[path], ...change } });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });
});

describe("Node", () => {
  it("is refused at the start below what package.json asks for, and taken from there on", () => {
    const [major = 0, minor = 0] = OLDEST_NODE.split(".").map(Number);
    expect(manifest.engines.node).toBe(`>=${OLDEST_NODE}`);
    expect(nodeVersionFault(`${OLDEST_NODE}.0`)).toBeNull();
    expect(nodeVersionFault(`${major}.${minor - 1}.9`)).toContain(OLDEST_NODE);
    expect(nodeVersionFault(process.versions.node)).toBeNull();
  });
});

describe("SQLite", () => {
  it("is past its advisories, and nothing here needs the part of it that is not", () => {
    const path = join(temporaryFolder(), "test.db");
    migrate(path);
    const db = openDatabase(path);
    const one = (sql: string): unknown => db.$client.prepare(sql).pluck().get();
    expect(isAtLeast(String(one("SELECT sqlite_version()")), SQLITE_FLOOR)).toBe(true);
    // CVE-2026-119372 and CVE-2026-119373, fixed in 3.54.0 alone, are reached through full-text tables.
    expect(one("SELECT count(*) FROM sqlite_schema")).toBeGreaterThan(20);
    expect(one("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%VIRTUAL TABLE%'")).toBe(0);
    db.$client.close();
    const files = readdirSync(join(ROOT, "db"), { recursive: true, encoding: "utf8" });
    const sources = files.filter((file) => /\.(?:ts|sql)$/.test(file));
    expect(sources.length).toBeGreaterThan(200);
    for (const file of sources)
      expect(/USING\s+fts[345]/i.test(readFileSync(join(ROOT, "db", file), "utf8")), file).toBe(false);
  });
});

describe("what decodes strangers' pictures", () => {
  it("is switched off", async () => {
    const { default: config } = await import("../../next.config.ts");
    expect(config.images).toEqual({ unoptimized: true });
  });
});
