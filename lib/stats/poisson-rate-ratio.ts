import { clopperPearsonInterval } from "#lib/stats/clopper-pearson-interval.ts";
import { exactTwoSidedP } from "#lib/stats/exact-two-sided-p.ts";
import type { Interval } from "#lib/stats/interval.ts";

/** Two Poisson rates compared. */
export interface PoissonRateRatio extends Interval {
  /** Rate of B over rate of A; null without events in A. `high` is then Infinity. */
  readonly ratio: number | null;
  /** Two-sided p that the rates are equal. */
  readonly p: number;
}

/**
 * Exact comparison of two Poisson rates: given their sum, the events of B are binomial (Przyborowski and
 * Wilenski 1940). Null without events or without exposure on either side.
 * @param eventsA whole, as eventsB
 * @throws RangeError when a number is negative or NaN
 */
export function poissonRateRatio(
  eventsA: number,
  exposureA: number,
  eventsB: number,
  exposureB: number,
  level = 0.95,
): PoissonRateRatio | null {
  if (!(eventsA >= 0 && eventsB >= 0 && exposureA >= 0 && exposureB >= 0)) {
    throw new RangeError(`no rates: ${eventsA} in ${exposureA}, ${eventsB} in ${exposureB}`);
  }
  const events = eventsA + eventsB;
  const share = clopperPearsonInterval(eventsB, events, level);
  if (share === null || exposureA === 0 || exposureB === 0) return null;
  const scale = exposureA / exposureB;
  const logMass = [0];
  for (let x = 0; x < events; x += 1) {
    logMass.push((logMass.at(-1) ?? 0) + Math.log((events - x) / (x + 1) / scale));
  }
  return {
    ratio: eventsA === 0 ? null : (eventsB / eventsA) * scale,
    low: (share.low / (1 - share.low)) * scale,
    high: (share.high / (1 - share.high)) * scale,
    p: exactTwoSidedP(logMass, eventsB),
  };
}
