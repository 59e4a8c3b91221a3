import type { CascadeTimes } from "./cascade-times.ts";
import { type ConformalRidge, conformalRidge } from "./conformal-ridge.ts";
import { countUntil } from "./count-until.ts";

/** Where a forecast stands and what it looks for, in milliseconds since the root. */
export interface ForecastTask {
  /** Cascades are cut at this age. */
  readonly age: number;
  /** Counted are the shares within this age of the root; Infinity for all recorded. */
  readonly horizon: number;
}

/** A forecast fitted on past cascades, for cascades cut at the same age. */
export interface ForecastModel extends ConformalRidge, ForecastTask {
  readonly features: (cascade: CascadeTimes) => Float64Array;
  /** Most shares that came after `age` in a past cascade. */
  readonly mostToCome: number;
}

/**
 * Fits a forecast on what followed in past cascades, whose order is part of the input (the folds).
 *
 * @param history finished cascades, at least 15
 * @throws RangeError unless `age` lies between 0 and `horizon`
 */
export function forecastModel(
  history: readonly CascadeTimes[],
  { age, horizon }: ForecastTask,
  features: (cascade: CascadeTimes) => Float64Array,
): ForecastModel {
  if (!(age > 0 && age < horizon)) {
    throw new RangeError(`A forecast stands between the root and the horizon, not at ${age} ms.`);
  }
  const toCome = ({ times }: CascadeTimes) => countUntil(times, horizon) - countUntil(times, age);
  const after = Float64Array.from(history, toCome);
  const mostToCome = after.reduce((most, count) => Math.max(most, count), 0);
  return {
    age,
    horizon,
    features,
    mostToCome,
    ...conformalRidge(history.map(features), after.map(Math.log1p)),
  };
}
