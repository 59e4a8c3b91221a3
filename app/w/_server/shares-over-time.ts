import { countByStep } from "#db/queries/campaigns/count-by-step.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Overview } from "#lib/domain/overview.ts";
import type { Grain, StepCount } from "#lib/domain/step-count.ts";

const DAY = 86_400_000;
/** Up to here a chart reads better by the hour. */
const HOURLY_DAYS = 3;
/** More bars than this cannot be told apart; one share with a wrong year must not ask for thousands. */
const MOST_DAYS = 400;

/** Counts for the chart of a campaign's shares; null before the first share. */
export function sharesOverTime(
  scope: Scope<"campaigns.read">,
  campaignId: number,
  { firstShareAt, lastShareAt }: Overview,
): { steps: StepCount[]; grain: Grain; clippedTo: number | null } | null {
  if (firstShareAt === null || lastShareAt === null) return null;
  const span = lastShareAt - firstShareAt;
  const grain: Grain = span <= HOURLY_DAYS * DAY ? "hour" : "day";
  const isClipped = span > MOST_DAYS * DAY;
  const from = isClipped ? lastShareAt - (MOST_DAYS - 1) * DAY : firstShareAt;
  const steps = countByStep(scope, { campaignId, from, to: lastShareAt, grain });
  return { steps, grain, clippedTo: isClipped ? MOST_DAYS : null };
}
