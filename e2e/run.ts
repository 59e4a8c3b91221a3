import { type PlannedStep, runSteps } from "#e2e/runner/run-steps.ts";
import { steps } from "#e2e/runner/steps.ts";

const verify: PlannedStep[] = [{ step: steps.format }, { step: steps.types }, { step: steps.unit }];

const plans = new Map<string | undefined, readonly PlannedStep[]>([
  ["verify", verify],
  [
    "all",
    [...verify, { step: steps.long }, { step: steps.build }, { step: steps.pages, after: steps.build }],
  ],
  ["screenshots", [{ step: steps.build }, { step: steps.screenshots, after: steps.build }]],
]);

const plan = plans.get(process.argv[2]);
if (plan === undefined) {
  process.stderr.write("Usage: node --import tsx e2e/run.ts verify|all|screenshots\n");
  process.exit(2);
}

const { passed, failed, skipped } = await runSteps(
  plan,
  (text) => process.stdout.write(text),
  () => performance.now(),
);
// Read by whatever runs the tests, so nothing may come after it.
const skippedPart = skipped > 0 ? `, ${skipped} skipped` : "";
process.stdout.write(`${passed} passed, ${failed} failed${skippedPart}\n`);
process.exitCode = failed > 0 ? 1 : 0;
