import { type Command, runCommand } from "#e2e/runner/run-command.ts";
import type { Step } from "#e2e/runner/step.ts";

/** A step of commands that counts as one check: it passes when every command does, in order. */
export function checkStep(name: string, commands: readonly Command[]): Step {
  return {
    name,
    async run() {
      let output = "";
      for (const command of commands) {
        const outcome = await runCommand(command);
        output += outcome.output;
        if (!outcome.ok) return { tally: { passed: 0, failed: 1, skipped: 0 }, output };
      }
      return { tally: { passed: 1, failed: 0, skipped: 0 }, output };
    },
  };
}
