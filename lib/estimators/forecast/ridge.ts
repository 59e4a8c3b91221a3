import { type Ridge, ridge } from "#lib/stats/ridge.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { CascadeTimes } from "./cascade-times.ts";

const LAMBDA = 10;
const FOLDS = 10;
/** Keeps the logarithm of a perfect prediction's error finite. */
const LEAST_ERROR = 0.1;

/** Where a forecast stands and what it looks for, in milliseconds since the root. */
export interface ForecastTask {
  /** Cascades are cut at this age. */
  readonly age: number;
  /** Counted are the shares within this age of the root; Infinity for all recorded. */
  readonly horizon: number;
}

/** A prediction of ln(1 + shares to come), its local scale, and what past cascades' errors were on that scale. */
interface ConformalRidge {
  readonly size: Ridge;
  /** Of ln(|error| + 0.1) on the features and the prediction. */
  readonly scale: Ridge;
  /** Standardised out-of-fold errors of the training rows, ascending. */
  readonly z: Float64Array;
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
  const toCome = ({ times }: CascadeTimes) => countAtMost(times, horizon) - countAtMost(times, age);
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

/**
 * Two ridge regressions, one of the outcome and one of the size of its error, with the standardised errors of
 * cross-fitting as a reference for later rows (METRICS §8.2). Row i belongs to fold i mod 10, so the order of
 * the rows is part of the input.
 *
 * Source: Papadopoulos, Gammerman and Vovk 2008 (normalised conformal prediction); Vovk 2015 (cross-conformal).
 *
 * @param rows features, at least 15 rows
 * @param y ln(1 + shares to come), at least 0
 */
function conformalRidge(rows: readonly Float64Array[], y: Float64Array): ConformalRidge {
  const outOfFold = crossFit(rows, y).map((value) => Math.max(0, value));
  const error = y.map((value, i) => value - (outOfFold[i] ?? 0));
  const scaleRows = rows.map((row, i) => Float64Array.of(...row, outOfFold[i] ?? 0));
  const logError = error.map((value) => Math.log(Math.abs(value) + LEAST_ERROR));
  const logScale = crossFit(scaleRows, logError);
  return {
    size: ridge(rows, y, LAMBDA),
    scale: ridge(scaleRows, logError, LAMBDA),
    z: error.map((value, i) => value / Math.exp(logScale[i] ?? 0)).sort(),
  };
}

/** For each row the prediction of a ridge that has not seen the row's fold. */
function crossFit(rows: readonly Float64Array[], y: Float64Array): Float64Array {
  const predicted = new Float64Array(rows.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOther = (_: unknown, i: number) => i % FOLDS !== fold;
    const fit = ridge(rows.filter(isOther), y.filter(isOther), LAMBDA);
    for (let i = fold; i < rows.length; i += FOLDS) predicted[i] = fit.predict(rows[i] ?? new Float64Array());
  }
  return predicted;
}
