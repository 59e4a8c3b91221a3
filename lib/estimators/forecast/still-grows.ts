import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { currentRt } from "#lib/estimators/rt.ts";
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
 * @param horizon maturity horizon, milliseconds
 * @returns null where it does not grow by itself, as far as can be told
 */
export function stillGrows(
  forest: ForestShape,
  { sharers, interval }: Pick<LagsInput, "sharers" | "interval">,
  { asOf, horizon }: { readonly asOf: number; readonly horizon: number },
): GrowthScenarios | null {
  const now = currentRt(forest, asOf, { lagCdf: interval.cdf, horizon }).windows.at(-1)?.posterior ?? null;
  const r = now === null || now.tooFew ? null : now;
  const ratio = reproductionNumber(sharers, horizon, interval.cdf).estimate.value ?? 0;
  const isGrowing = (r !== null && r.low > 1) || (ratio >= 1 && (r === null || r.high >= 1));
  return isGrowing ? growthScenarios(forest.at, asOf) : null;
}

function growthScenarios(at: Float64Array, asOf: number): GrowthScenarios {
  const times = at.slice().sort();
  const width = Math.max(1, Math.min(DAY, (asOf - (times[0] ?? asOf)) / 2));
  const pace = ((times.length - countAtMost(times, asOf - width)) * DAY) / width;
  const stops = times.length;
  return { stops, pace, keeps: DAYS.map((days) => ({ days, size: stops + pace * days })) };
}
