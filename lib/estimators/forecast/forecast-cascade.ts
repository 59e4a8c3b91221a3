import type { CascadeTimes } from "./cascade-times.ts";
import type { ForecastModel } from "./forecast-model.ts";
import { placeCascade } from "./place-cascade.ts";
import type { NoForecast, PredictionInterval, SizeForecast } from "./size-forecast.ts";

/**
 * The size of a cascade at the model's horizon, forecast from what it did by the model's age, with conformal
 * prediction intervals: for cascades exchangeable with the history they cover about their nominal share.
 *
 * @param cascade at least as old as `model.age`; what came later is not read
 */
export function forecastCascade(model: ForecastModel, cascade: CascadeTimes): SizeForecast | NoForecast {
  const placed = placeCascade(model, cascade);
  if (placed === null) return { value: null, why: "too-few" };
  const value = placed.sizeAt(0);
  // An interval holds its point, even when all past errors lie on one side.
  const between = ([low, high]: readonly [number, number]): PredictionInterval => ({
    low: Math.min(value, placed.sizeAt(low)),
    high: Math.max(value, placed.sizeAt(high)),
  });
  const ends95 = conformalEnds(model.z, 0.025);
  const interval80 = between(conformalEnds(model.z, 0.1) ?? [Number.NEGATIVE_INFINITY, Infinity]);
  return { value, interval80, interval95: ends95 && between(ends95) };
}

/** The errors at ranks p(m + 1), rounded down, and (1 − p)(m + 1), rounded up; null when m is too small for p. */
function conformalEnds(z: Float64Array, p: number): [number, number] | null {
  const m = z.length;
  // The tolerance keeps 0.025 · 40, a rounding below 1, at rank 1.
  const rank = Math.floor(p * (m + 1) + 1e-9);
  if (rank < 1) return null;
  return [z[rank - 1] ?? 0, z[m - rank] ?? 0];
}
