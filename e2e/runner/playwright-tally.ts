import { z } from "zod";
import type { Tally } from "#e2e/runner/tally.ts";

const schema = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
  errors: z.array(z.unknown()),
});

/**
 * Counts a report of Playwright's JSON reporter. A flaky test counts as failed, and so does each error
 * outside the tests.
 * @throws {z.ZodError} on another shape
 */
export function playwrightTally(report: unknown): Tally {
  const { stats, errors } = schema.parse(report);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}
