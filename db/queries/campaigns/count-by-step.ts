import { countSteps } from "#db/count-steps.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Grain, StepCount } from "#lib/domain/step-count.ts";

/**
 * Shares per hour or per day of the scope's zone, by generation; steps without shares are there, as zeros.
 * @param query.from first instant, UTC milliseconds; counted from the start of its UTC hour
 * @param query.to last instant, UTC milliseconds; counted to the end of its UTC hour
 */
export function countByStep(
  scope: Scope<"campaigns.read">,
  query: { campaignId: number; from: number; to: number; grain: Grain },
): StepCount[] {
  return countSteps(scope, query);
}
