import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Command, runCommand } from "#e2e/runner/run-command.ts";
import { settleTally } from "#e2e/runner/settle-tally.ts";
import type { Step } from "#e2e/runner/step.ts";
import type { Tally } from "#e2e/runner/tally.ts";

function readReport(file: string, tallyOf: (report: unknown) => Tally): Tally | null {
  try {
    return tallyOf(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
}

/**
 * A step that runs a test runner and counts its tests from the JSON report it writes.
 * @param commandFor the command that writes the report to the given file
 */
export function testStep(
  name: string,
  commandFor: (reportFile: string) => Command,
  tallyOf: (report: unknown) => Tally,
): Step {
  return {
    name,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), "intishar-report-"));
      const file = join(folder, "report.json");
      try {
        const { ok, output } = await runCommand(commandFor(file));
        return { tally: settleTally(ok, readReport(file, tallyOf)), output };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}
