import { gammaQuantile } from "#lib/stats/gamma-quantile.ts";
import type { Interval } from "#lib/stats/interval.ts";

/**
 * Exact interval of a Poisson rate by equal tails (Garwood 1936); the low end is 0 without events. Null for
 * no exposure.
 * @throws RangeError when a number is negative or NaN
 */
export function poissonRateInterval(events: number, exposure: number, level = 0.95): Interval | null {
  if (!(events >= 0 && exposure >= 0)) {
    throw new RangeError(`${events} events in ${exposure} have no rate`);
  }
  if (exposure === 0) return null;
  return {
    low: events === 0 ? 0 : gammaQuantile((1 - level) / 2, events, exposure),
    high: gammaQuantile((1 + level) / 2, events + 1, exposure),
  };
}
