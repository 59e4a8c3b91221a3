import { checkStep } from "#e2e/runner/check-step.ts";
import { playwrightTally } from "#e2e/runner/playwright-tally.ts";
import type { Step } from "#e2e/runner/step.ts";
import { testStep } from "#e2e/runner/test-step.ts";
import { vitestTally } from "#e2e/runner/vitest-tally.ts";

const VITEST = ["run", "--config", "e2e/vitest.config.ts", "--reporter=default", "--reporter=json"];
const PLAYWRIGHT = ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"];

function browserStep(name: string, project: string): Step {
  return testStep(
    name,
    (file) => ({
      tool: "playwright",
      args: [...PLAYWRIGHT, `--project=${project}`],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    }),
    playwrightTally,
  );
}

function vitestStep(name: string, env: Readonly<Record<string, string>>): Step {
  return testStep(
    name,
    (file) => ({ tool: "vitest", args: [...VITEST, `--outputFile.json=${file}`], env }),
    vitestTally,
  );
}

/** The steps that a run is made of; `pages` and `screenshots` need a finished `build`. */
export const steps = {
  format: checkStep("format and lint", [{ tool: "biome", args: ["ci", "--colors=off", "."] }]),
  types: checkStep("types", [
    { tool: "next", args: ["typegen"] },
    { tool: "tsc", args: ["--noEmit"] },
  ]),
  unit: vitestStep("unit tests", {}),
  long: vitestStep("crashes, power cuts, hostile input and whole imports", { INTISHAR_TESTS: "long" }),
  build: checkStep("build", [{ tool: "next", args: ["build"] }]),
  pages: browserStep("page tests", "app"),
  screenshots: browserStep("screenshots", "screenshots"),
} as const satisfies Record<string, Step>;
