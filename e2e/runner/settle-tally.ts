import type { Tally } from "#e2e/runner/tally.ts";

const ONE_FAILURE: Tally = { passed: 0, failed: 1, skipped: 0 };

/**
 * The tally of a test runner, made to agree with how its process ended: no report, no executed test
 * and a bad exit without a failed test each count as one failure.
 */
export function settleTally(ok: boolean, reported: Tally | null): Tally {
  if (reported === null || reported.passed + reported.failed === 0) return ONE_FAILURE;
  return ok || reported.failed > 0 ? reported : { ...reported, failed: 1 };
}
