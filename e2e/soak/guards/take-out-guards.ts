import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { findGuards, type Guard } from "./find-guards.ts";

const ROOT = new URL("../../..", import.meta.url).pathname;
const CONFIG = ["package.json", "tsconfig.json", "next.config.ts", "package-lock.json"];
const FOLDERS = ["app", "components", "db", "e2e", "lib"];

/** The part of a test's title by which a file is asked first: the name of its action or query, or the address of its page. */
function titleOf(path: string): string {
  const page = /^app(\/.*)\/(?:page\.tsx|route\.ts|layout\.tsx)$/.exec(path)?.[1];
  if (page !== undefined) return `${page.replaceAll(/[[\]]/g, "\\$&")} opens to`;
  return basename(path, extname(path)).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** Where the tests of a guard are, the likeliest first; the next are run where none of the first turns red. */
const TESTS: readonly (readonly [path: RegExp, ...stages: (readonly string[])[]])[] = [
  [/^app\/_front\//, ["app/_front/", "db/auth-store/"]],
  [/^app\/_answers\//, ["app/_answers/"]],
  [
    /^app\/w\/.*(page|layout)\.tsx$|^app\/api\/w\/.*route\.ts$/,
    ["e2e/checks/page-access"],
    ["app/roles", "app/_files/"],
  ],
  [/^app\/r\//, ["app/r/", "app/_front/report-headers", "e2e/checks/"]],
  [/^app\//, ["app/roles"], ["app/_files/", "app/w/", "app/_server/"], ["e2e/checks/", "app/actions"]],
  [
    /^db\/(auth-store|codes)\//,
    ["db/auth-store/", "db/queries/reports/", "app/_server/auth-options"],
    ["app/_front/collector/controls", "app/_front/collector/revocation", "db/vault/"],
  ],
  [/^db\/queries\/segments\//, ["app/roles"], ["db/walk"]],
  [
    /^db\//,
    ["db/walk", "db/scope"],
    ["db/queries/", "db/inputs/", "db/vault/sealed", "app/_answers/answer-job"],
  ],
];

/** What became of the tests without a guard. */
export interface WithoutGuard {
  readonly guard: Guard;
  /** A test that turned red; null when all passed. */
  readonly red: string | null;
}

/**
 * Takes each guard out of a copy of the product in turn, and runs its tests until one turns red.
 * @param tell hears of each as it is known
 */
export function takeOutGuards(wanted: (guard: Guard) => boolean, tell: (one: WithoutGuard) => void): void {
  const copy = mkdtempSync(join(tmpdir(), "intishar-guards-"));
  try {
    for (const name of [...CONFIG, ...FOLDERS])
      cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
    for (const guard of findGuards(ROOT).filter(wanted)) {
      writeFileSync(join(copy, guard.path), guard.without);
      tell({ guard, red: firstRed(copy, guard.path) });
      cpSync(join(ROOT, guard.path), join(copy, guard.path));
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function firstRed(copy: string, path: string): string | null {
  const [, ...stages] = TESTS.find(([pattern]) => pattern.test(path)) ?? [/^/, ["db/", "app/"]];
  const [likely = [], ...others] = stages;
  const runs = [[...likely, `--testNamePattern=${titleOf(path)}`], likely, ...others];
  for (const files of runs) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["node_modules/vitest/vitest.mjs", "run", "--config", "e2e/vitest.config.ts", "--bail=1", ...files],
      { cwd: copy, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 2 ** 28 },
    );
    if (status === 0) continue;
    return /FAIL\s+(.*)/.exec(`${stderr}${stdout}`)?.[1] ?? "the tests could not be run";
  }
  return null;
}
