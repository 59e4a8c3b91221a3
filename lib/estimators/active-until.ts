import type { ForestShape } from "#lib/cascade/forest-shape.ts";

/** A campaign is over for a picture once this part of its shares is there. */
const MOST = 0.99;
/** What comes after a long silence is a straggler while it is no more than this part; more is a second wave. */
const STRAGGLERS = 0.05;

/** The stretch of time that a campaign is drawn over. */
export interface ActiveTime {
  /** UTC milliseconds, at most the instant asked about. */
  readonly until: number;
  /** Shares after it, which the pictures leave out. */
  readonly later: number;
}

/**
 * Until when a campaign is drawn over time. Stragglers after a silence that is longer than the horizon and than all
 * before it do not count. While the rest was shared within the horizon before the instant asked about, that instant;
 * else the time by which 99 % of it was there, so that the last few do not push the others out of sight.
 */
export function activeUntil({ at }: Pick<ForestShape, "at">, asOf: number, horizon: number): ActiveTime {
  const times = at.filter((time) => time <= asOf).sort();
  const kept = times.length - stragglers(times, horizon);
  const last = times[kept - 1];
  if (last === undefined || asOf - last < horizon) return { until: asOf, later: 0 };
  const until = times[Math.ceil(MOST * kept) - 1] ?? last;
  return { until, later: times.length - Math.ceil(MOST * kept) };
}

/** How many of the last shares stand apart. @param times ascending */
function stragglers(times: Float64Array, horizon: number): number {
  const first = times[0] ?? 0;
  const most = Math.max(1, Math.floor(STRAGGLERS * times.length));
  for (let count = Math.min(most, times.length - 1); count > 0; count--) {
    const [before = 0, after = 0] = times.subarray(times.length - count - 1, times.length - count + 1);
    if (after - before > Math.max(horizon, before - first)) return count;
  }
  return 0;
}
