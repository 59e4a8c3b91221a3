import type { ActivityPlan } from "#lib/simulate/campaign-plan.ts";

const WAKING_HOURS = [
  0.5, 0.3, 0.2, 0.12, 0.1, 0.15, 0.3, 0.6, 0.9, 1.1, 1.2, 1.2, 1.2, 1.15, 1.1, 1.1, 1.15, 1.25, 1.4, 1.6,
  1.8, 1.8, 1.5, 0.9,
];

/**
 * An ordinary day of people with phones: a night dip, a working day and an evening peak.
 *
 * @param utcOffset local time minus UTC, milliseconds
 */
export function dailyActivity(utcOffset: number): ActivityPlan {
  return { hours: WAKING_HOURS, utcOffset };
}
