import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { currentRt, rtEstimate } from "#lib/estimators/current-rt.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { DAY } from "#lib/time/lengths.ts";

const DAYS = [1, 3, 7] as const;

/** Where a campaign that feeds itself stands. Scenarios, not a forecast. */
export interface GrowthScenarios {
  /** Shares now: all there will be if it stops. */
  readonly stops: number;
  /** Shares a day, over the last day or the second half of a shorter life. */
  readonly pace: number;
  /** Shares in the end, if the pace is kept for so many days. */
  readonly keeps: readonly { readonly days: number; readonly size: number }[];
}

/**
 * What may be said of a campaign that still grows by itself: no forecast, only scenarios (METRICS §8.4). It does where
 * the low end of R now is above 1, or each share has one child or more, unless R now is below 1 beyond its interval.
 *
 * @param asOf UTC milliseconds; the forest holds what was known then
 * @param completeUntil up to when reports can be expected to be in, at most `asOf`: R now and the pace end there
 * @param horizon maturity horizon, milliseconds
 * @param zone IANA name, whose days and nights R goes by
 * @returns null where it does not grow by itself, as far as can be told
 */
export function stillGrows(
  forest: ForestShape,
  { sharers, interval }: Pick<LagsInput, "sharers" | "interval">,
  { asOf, horizon, completeUntil = asOf, zone }: MetricContext & { readonly zone: string },
): GrowthScenarios | null {
  const r = rtEstimate(currentRt(forest, completeUntil, { asOf, horizon, zone, interval }), horizon);
  const ratio = reproductionNumber(sharers, horizon, interval.cdf).estimate.value ?? 0;
  // R within an age short of the horizon can be above 1 for sure, but not below.
  const isBelow = r.value !== null && r.within === undefined && (r.high ?? Number.POSITIVE_INFINITY) < 1;
  const isGrowing = (r.value !== null && (r.low ?? 0) > 1) || (ratio >= 1 && !isBelow);
  return isGrowing ? growthScenarios(forest.at, completeUntil) : null;
}

function growthScenarios(at: Float64Array, until: number): GrowthScenarios {
  const times = at.slice().sort();
  const width = Math.max(1, Math.min(DAY, (until - (times[0] ?? until)) / 2));
  const pace = ((countAtMost(times, until) - countAtMost(times, until - width)) * DAY) / width;
  const stops = times.length;
  return { stops, pace, keeps: DAYS.map((days) => ({ days, size: stops + pace * days })) };
}
