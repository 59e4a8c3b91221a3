import type { Selection } from "#lib/answers/selection/selection.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import type { LagCdf } from "#lib/estimators/lag-distribution.ts";
import { meanCumulativeFunction } from "#lib/estimators/mean-cumulative-function.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";

const CONVERSION = EVENT_KINDS.indexOf("conversion");
const LEAST_CONVERSIONS = 50;

/**
 * The part of a share's conversions that come by an age, of those within the horizon: the mean cumulative function
 * of conversions over shares, over its end (METRICS §5.2, as §3.1 has it for children). Null below 50 conversions.
 */
export function conversionLagCdf({ forest, activity, asOf, horizon }: Selection): LagCdf | null {
  const lag: number[] = [];
  for (let event = 0; event < activity.size; event++) {
    const share = activity.share[event] ?? -1;
    if (activity.kind[event] !== CONVERSION || share === -1) continue;
    lag.push(Math.max(0, (activity.at[event] ?? 0) - (forest.at[share] ?? 0)));
  }
  if (lag.length < LEAST_CONVERSIONS) return null;
  const { age, value } = meanCumulativeFunction(
    {
      age: Float64Array.from(forest.at, (at) => Math.max(0, asOf - at)),
      lag: Float64Array.from(lag),
    },
    horizon,
  );
  const whole = value.at(-1) ?? 0;
  if (whole === 0) return null;
  return (at) => (at >= horizon ? 1 : (value[countAtMost(age, at) - 1] ?? 0) / whole);
}
