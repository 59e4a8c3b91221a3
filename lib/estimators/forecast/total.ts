import { quantile } from "#lib/stats/quantile.ts";
import type { Random } from "#lib/stats/random.ts";
import { countBelow } from "#lib/stats/sorted-search.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { type NoForecast, placeCascade, type SizeForecast } from "./live.ts";
import type { ForecastModel } from "./ridge.ts";

/** A cascade, the model fitted for its age, and the shares that it has by now. */
interface LiveCascade {
  readonly model: ForecastModel;
  readonly cascade: CascadeTimes;
  readonly size: number;
}

/** A forecast with the draws behind it, ascending: the part of them at or above a goal is its probability. */
interface TotalForecast extends SizeForecast {
  readonly draws: Float64Array;
}

const DRAWS = 4000;
/** A 95 % interval needs as many past errors as for one cascade. */
const LEAST_FOR_95 = 39;

/**
 * Shares that live cascades will have together at their horizons, by simulation: every cascade draws one of its
 * model's past errors. Value and interval ends are quantiles of the sums. The value is the median and not the
 * sum of the single forecasts: those are medians of right-skewed sizes, and their sum is too low.
 *
 * No cascade grows by more than any past one did: the error of one on the scale of another can be beyond all
 * measure, which a quantile of one cascade does not feel and a sum does.
 *
 * The draws are independent, so what moves all cascades at once (news, a holiday, an error of the fit) is left
 * out and the interval is somewhat too narrow.
 *
 * @param live cascades of one share count nothing; "too-few" when there is no other
 */
export function forecastTotal(live: readonly LiveCascade[], random: Random): TotalForecast | NoForecast {
  const sums = new Float64Array(DRAWS);
  let isWideEnough = true;
  let placedCascades = 0;
  for (const { model, cascade, size } of live) {
    const placed = placeCascade(model, cascade);
    if (placed === null) continue;
    placedCascades++;
    const { z } = model;
    const most = placed.seen + model.mostToCome;
    isWideEnough &&= z.length >= LEAST_FOR_95;
    for (let draw = 0; draw < DRAWS; draw++) {
      const final = placed.sizeAt(z[Math.floor(random.next() * z.length)] ?? 0);
      sums[draw] = (sums[draw] ?? 0) + Math.max(size, Math.min(final, most));
    }
  }
  if (placedCascades === 0) return { value: null, why: "too-few" };
  sums.sort();
  const between = (p: number) => ({ low: quantile(sums, p), high: quantile(sums, 1 - p) });
  return {
    value: quantile(sums, 0.5),
    interval80: between(0.1),
    interval95: isWideEnough ? between(0.025) : null,
    draws: sums,
  };
}

/**
 * Probability of ending with at least `goal` shares: the part of the draws that do. Draws cannot tell a rare
 * event from an impossible one, so the answer stays half a draw away from 0 and 1.
 *
 * @param draws of the final size, ascending
 * @returns null without draws
 */
export function probabilityOfTotal(draws: readonly number[], goal: number): number | null {
  if (draws.length === 0) return null;
  const half = 0.5 / draws.length;
  return Math.min(1 - half, Math.max(half, 1 - countBelow(draws, goal) / draws.length));
}
