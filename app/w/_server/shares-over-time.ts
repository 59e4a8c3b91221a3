import type { ChartGrain } from "#components/charts/chart-grain.ts";
import { countByStep } from "#db/queries/campaigns/count-by-step.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Overview } from "#lib/domain/overview.ts";
import type { StepCount } from "#lib/domain/step-count.ts";
import { foldByMonth } from "./fold-by-month.ts";

const DAY = 86_400_000;
/** Up to here a chart reads better by the hour. */
const HOURLY_DAYS = 3;
/** More bars than this cannot be told apart; months take over, and no time that is accepted makes them too many. */
const MOST_DAYS = 200;

/** Counts for the chart of a campaign's shares, all of them; null before the first share. */
export function sharesOverTime(
  scope: Scope<"campaigns.read">,
  campaignId: number,
  { firstShareAt, lastShareAt }: Overview,
): { steps: StepCount[]; grain: ChartGrain } | null {
  if (firstShareAt === null || lastShareAt === null) return null;
  const span = lastShareAt - firstShareAt;
  const stepsOf = (grain: "hour" | "day") =>
    countByStep(scope, { campaignId, from: firstShareAt, to: lastShareAt, grain });
  if (span <= HOURLY_DAYS * DAY) return { steps: stepsOf("hour"), grain: "hour" };
  if (span <= MOST_DAYS * DAY) return { steps: stepsOf("day"), grain: "day" };
  return { steps: foldByMonth(stepsOf("day")), grain: "month" };
}
