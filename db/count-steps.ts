import { prepare } from "#db/engines/sqlite/prepare.ts";
import { databaseOf } from "#db/scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { GENERATION_BANDS, type Grain, type StepCount } from "#lib/domain/step-count.ts";
import { zoneOffset } from "#lib/time/zone-offset.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const HOURS = `
  SELECT hour, min(generation, ${GENERATION_BANDS - 1}) AS band, sum(count) AS count FROM hourly_counts
  WHERE workspace_id = ? AND campaign_id = ? AND hour BETWEEN ? AND ? AND kind = 'share'
  GROUP BY 1, 2`;

/**
 * Shares per hour or per day of the scope's zone, by generation, whatever the scope permits: for queries, which
 * ask first. Steps without shares are there, as zeros.
 * @param query.from first instant, UTC milliseconds; counted from the start of its UTC hour
 * @param query.to last instant, UTC milliseconds; counted to the end of its UTC hour
 */
export function countSteps(
  scope: Scope,
  query: { campaignId: number; from: number; to: number; grain: Grain },
): StepCount[] {
  const [first, last] = [Math.floor(query.from / HOUR), Math.floor(query.to / HOUR)];
  const rows = prepare(databaseOf(scope).$client, HOURS).all(
    scope.workspaceId,
    query.campaignId,
    first,
    last,
  ) as {
    hour: number;
    band: number;
    count: number;
  }[];
  const stepOf = (hour: number) => {
    if (query.grain === "hour") return hour;
    return Math.floor((hour * HOUR + zoneOffset(scope.zone, hour * HOUR)) / DAY);
  };
  const clockOf = (step: number) => {
    return query.grain === "day" ? step * DAY : step * HOUR + zoneOffset(scope.zone, step * HOUR);
  };
  const steps = new Map<number, number[]>();
  for (let step = stepOf(first); step <= stepOf(last); step += 1) {
    steps.set(step, new Array<number>(GENERATION_BANDS).fill(0));
  }
  for (const { hour, band, count } of rows) {
    const counts = steps.get(stepOf(hour));
    if (counts !== undefined) counts[band] = (counts[band] ?? 0) + count;
  }
  return [...steps].map(([step, counts]) => ({ clock: clockOf(step), counts }));
}
