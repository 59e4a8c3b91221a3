import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { DAY, HOUR, WEEK } from "#lib/time/lengths.ts";
import { stepAt, type TimeStep, timeSteps } from "#lib/time/time-steps.ts";
import { activeUntil } from "./active-until.ts";

/** Up to which age of a campaign its cohorts are hours, and then days. */
const HOURS_UNTIL = 3 * DAY;
const DAYS_UNTIL = 60 * DAY;
/** Weeks that a person still reads. */
const MOST_WEEKS = 60;
const LENGTH = { hour: HOUR, day: DAY, week: WEEK } as const;

/** The cohorts of a campaign: one grid for all pages, files and commands. */
export interface CohortGrid {
  readonly grain: keyof typeof LENGTH;
  /** One for each cohort, in order of time; empty without shares. */
  readonly steps: readonly TimeStep[];
  /** Where the cohorts begin and the last one ends, UTC milliseconds: one more than there are, or none. */
  readonly edges: readonly number[];
  /** Until when the campaign is looked at, UTC milliseconds, and the shares after that: stragglers long after the rest. */
  readonly until: number;
  readonly later: number;
}

/**
 * Cuts the life of a campaign into hours up to an age of three days, days up to sixty, then weeks of the zone's clock
 * (METRICS §2.3), from the first share to the last that is no straggler; of more than sixty weeks, the last ones stand.
 * @param horizon maturity horizon in milliseconds
 */
export function cohortGrid(
  { at }: Pick<ForestShape, "at">,
  { asOf, horizon, zone }: { asOf: number; horizon: number; zone: string },
): CohortGrid {
  const first = at.reduce((earliest, time) => Math.min(earliest, time), Number.POSITIVE_INFINITY);
  if (first > asOf) return { grain: "hour", steps: [], edges: [], until: asOf, later: 0 };
  const { until, later } = activeUntil({ at }, asOf, horizon);
  const age = until - first;
  const grain = age <= HOURS_UNTIL ? "hour" : age <= DAYS_UNTIL ? "day" : "week";
  const last = at.reduce((latest, time) => (time <= until ? Math.max(latest, time) : latest), first);
  // Two lengths on, so that the step of the last share has an end.
  const steps = timeSteps({ from: first, to: last + 2 * LENGTH[grain] }, grain, zone);
  const end = stepAt(steps, last) + 1;
  const begin = grain === "week" ? Math.max(0, end - MOST_WEEKS) : 0;
  return {
    ...{ grain, until, later },
    steps: steps.slice(begin, end),
    edges: steps.slice(begin, end + 1).map(({ from }) => from),
  };
}
