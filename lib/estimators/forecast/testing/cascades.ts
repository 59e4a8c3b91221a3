import type { CascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { drawGamma, drawLomax, drawPoisson } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";

import { HOUR } from "#lib/time/lengths.ts";
export const TASK = { age: HOUR, horizon: 168 * HOUR };
export const UTC = () => 0;

export const TREE: CascadeTimes = {
  id: "tree",
  startedAt: 0,
  times: Float64Array.of(0, 1000, 6000, 7000, 8000, 9000, 20_000),
  parent: Int32Array.of(-1, 0, 1, 1, 0, 2, 5),
  depth: Int32Array.of(0, 1, 2, 2, 1, 3, 4),
};

export const starOf = (id: string, times: Float64Array): CascadeTimes => ({
  id,
  startedAt: 1_700_000_000_000,
  times,
  parent: Int32Array.from(times, (_, i) => (i === 0 ? -1 : 0)),
  depth: Int32Array.from(times, (_, i) => (i === 0 ? 0 : 1)),
});

/** Exchangeable cascades: a size of their own, children of the root with heavy-tailed lags. */
export function simulate(random: Random, cascades: number): CascadeTimes[] {
  return Array.from({ length: cascades }, (_, i) => {
    const size = 5 + drawPoisson(random, 100 * drawGamma(random, 1.5));
    const lags = Array.from({ length: size }, () => Math.min(drawLomax(random, 1, HOUR), 160 * HOUR));
    return starOf(`c${i}`, Float64Array.of(0, ...lags).sort());
  }).filter(({ times }) => (times[1] ?? Infinity) <= HOUR);
}

const random = seededRandom(11);
export const past = simulate(random, 300);
export const live = simulate(random, 600);
/** Nobody has reshared by an hour. */
export const ROOT_ALONE = starOf("alone", Float64Array.of(0, 2 * HOUR));
