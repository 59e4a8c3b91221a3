import type { Step } from "#e2e/runner/step.ts";
import type { Tally } from "#e2e/runner/tally.ts";

/** A step that makes no sense unless another one passed counts as one failure when that one failed. */
export interface PlannedStep {
  step: Step;
  after?: Step;
}

function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** Runs the steps in order, whatever fails, and prints each with its seconds; returns the sum. */
export async function runSteps(
  plan: readonly PlannedStep[],
  print: (text: string) => void,
  now: () => number,
): Promise<Tally> {
  let total: Tally = { passed: 0, failed: 0, skipped: 0 };
  const failed = new Set<Step>();
  for (const { step, after } of plan) {
    if (after !== undefined && failed.has(after)) {
      print(`✗ ${step.name}: not run, because ${after.name} failed\n`);
      failed.add(step);
      total = add(total, { passed: 0, failed: 1, skipped: 0 });
      continue;
    }
    const start = now();
    const { tally, output } = await step.run();
    const seconds = ((now() - start) / 1000).toFixed(1);
    print(`${tally.failed > 0 ? "✗" : "✓"} ${step.name}: ${tally.passed} passed, ${seconds} s\n`);
    if (tally.failed > 0) {
      failed.add(step);
      print(`${output.trimEnd()}\n`);
    }
    total = add(total, tally);
  }
  return total;
}
