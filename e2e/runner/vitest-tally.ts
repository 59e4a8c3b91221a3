import { z } from "zod";
import type { Tally } from "#e2e/runner/tally.ts";

const schema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts a report of vitest's JSON reporter. A file that failed outside its tests, such as one that
 * does not load, counts as one failure.
 * @throws {z.ZodError} on another shape
 */
export function vitestTally(report: unknown): Tally {
  const files = schema.parse(report).testResults;
  const results = files.flatMap((file) => file.assertionResults);
  const count = (status: string) => results.filter((result) => result.status === status).length;
  const broken = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  const passed = count("passed");
  const failed = count("failed");
  return { passed, failed: failed + broken.length, skipped: results.length - passed - failed };
}
