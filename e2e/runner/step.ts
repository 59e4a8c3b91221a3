import type { Tally } from "#e2e/runner/tally.ts";

/** What a step found, and what to show when that is a failure. */
export interface StepResult {
  readonly tally: Tally;
  readonly output: string;
}

/** One named part of a run. */
export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}
