import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, runCommand } from "#e2e/runner/run-command.ts";
import type { Part, Tried } from "./part.ts";

interface Suite {
  readonly what: string;
  /** Those that it holds; how much was tried of each is told by its tests. */
  readonly checks: readonly number[];
  readonly command: Command;
}

function unit(
  what: string,
  checks: readonly number[],
  files: readonly string[],
  env: Command["env"] = {},
): Suite {
  return {
    what,
    checks,
    command: { tool: "vitest", args: ["run", "--config", "e2e/vitest.config.ts", ...files], env },
  };
}

const LONG = { INTISHAR_TESTS: "long" };
const COLLECTOR = "app/_front/collector";

function browser(what: string, checks: readonly number[], files: readonly string[]): Suite {
  const args = ["test", "-c", "e2e/playwright.config.ts", "--project=app", "--reporter=line", ...files];
  return { what, checks, command: { tool: "playwright", args } };
}

/** Tests that have a size, each by a name. */
const SUITES = {
  kills: unit("kills and power cuts under load, full disks", [50, 51], [`${COLLECTOR}/durability`], LONG),
  malformed: unit("malformed bodies, orders and repetitions", [43, 45], [`${COLLECTOR}/hostile-input`], LONG),
  overload: unit("more than fits", [59], [`${COLLECTOR}/overload`], LONG),
  small: unit(
    "guesses, tokens, questions at once, patterns, failing calls, typed SQL",
    [16, 25, 31, 36, 38, 53],
    ["e2e/checks/"],
  ),
  upgrades: unit("upgrades of a million shares", [57], ["db/upgrade/million-rows"], LONG),
  imports: unit(
    "imports that are cut off, retracted and resumed",
    [35],
    ["app/_front/import-runner", "app/_front/undo-import", "db/commands/import"],
    LONG,
  ),
  spellings: browser("spellings and caches", [26, 11], ["isolation/spellings"]),
  sites: browser(
    "hostile texts, forms and frames of other sites",
    [32, 21],
    ["isolation/stored-xss", "isolation/cross-site"],
  ),
  deaths: browser("deaths of either process", [50], ["journeys/process-deaths"]),
};

function probesIn(file: string): Map<number, number> {
  const probes = new Map<number, number>();
  let lines: string[] = [];
  try {
    lines = readFileSync(file, "utf8").trim().split("\n");
  } catch {
    // A suite that counts nothing has written none.
  }
  for (const line of lines) {
    const noted = JSON.parse(line) as { check: number; probes: number };
    probes.set(noted.check, (probes.get(noted.check) ?? 0) + noted.probes);
  }
  return probes;
}

async function run({ what, checks, command }: Suite, tell: (line: string) => void): Promise<Tried[]> {
  const folder = mkdtempSync(join(tmpdir(), "intishar-soak-"));
  const INTISHAR_PROBES = join(folder, "probes.jsonl");
  const env = { ...command.env, INTISHAR_SIZE: "full", INTISHAR_PROBES };
  const start = performance.now();
  const { ok, output } = await runCommand({ ...command, env });
  tell(`${ok ? "held" : "FAILED"} in ${Math.round((performance.now() - start) / 1000)} s: ${what}`);
  if (!ok) tell(output.split("\n").slice(-60).join("\n"));
  const probes = probesIn(INTISHAR_PROBES);
  rmSync(folder, { recursive: true });
  const result = ok ? "held" : "a test failed";
  return checks.map((check) => ({ check, what, probes: probes.get(check) ?? 1, result }));
}

/** The tests that have a size, each suite at its full size. */
export const SUITE_PARTS: Readonly<Record<string, Part>> = Object.fromEntries(
  Object.entries(SUITES).map(([name, suite]) => [name, (tell) => run(suite, tell)]),
);
