import { type Ridge, ridge } from "#lib/stats/ridge.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { type Novelty, noveltyAgainst } from "./novelty.ts";

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
  /** The past cascades that it was fitted on. */
  readonly history: readonly CascadeTimes[];
  /** Their features, and ln(1 + shares to come). */
  readonly rows: readonly Float64Array[];
  readonly outcomes: Float64Array;
  /** How far features lie from those of the history. */
  readonly noveltyOf: (features: Float64Array) => Novelty;
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
  const rows = history.map(features);
  const outcomes = Float64Array.from(history, (cascade) => Math.log1p(sharesToCome(cascade, age, horizon)));
  return {
    age,
    horizon,
    features,
    history,
    rows,
    outcomes,
    noveltyOf: noveltyAgainst(rows),
    ...conformalRidge(rows, outcomes),
  };
}

/** Shares of a cascade after one age and by another; milliseconds since its root. */
export function sharesToCome({ times }: CascadeTimes, age: number, horizon: number): number {
  return countAtMost(times, horizon) - countAtMost(times, age);
}

/**
 * What a model would have said of ln(1 + shares to come) of each of its past cascades, had it not seen those of the
 * cascade's campaign.
 * @param campaignOf number of a cascade's campaign, the same ones left out together; undefined: never left out
 */
export function predictLeftOut(
  { history, rows, outcomes }: ForecastModel,
  campaignOf: (cascade: CascadeTimes) => number | undefined,
): Map<CascadeTimes, number> {
  const folds = history.map((cascade) => (campaignOf(cascade) ?? Number.NaN) % FOLDS);
  const predicted = crossFit(rows, outcomes, folds);
  return new Map(history.map((cascade, i) => [cascade, Math.max(0, predicted[i] ?? 0)]));
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
  const folds = rows.map((_, i) => i % FOLDS);
  const outOfFold = crossFit(rows, y, folds).map((value) => Math.max(0, value));
  const error = y.map((value, i) => value - (outOfFold[i] ?? 0));
  const scaleRows = rows.map((row, i) => Float64Array.of(...row, outOfFold[i] ?? 0));
  const logError = error.map((value) => Math.log(Math.abs(value) + LEAST_ERROR));
  const logScale = crossFit(scaleRows, logError, folds);
  return {
    size: ridge(rows, y, LAMBDA),
    scale: ridge(scaleRows, logError, LAMBDA),
    z: error.map((value, i) => value / Math.exp(logScale[i] ?? 0)).sort(),
  };
}

/** For each row the prediction of a ridge that has not seen the row's fold; one in no fold is seen by all. */
function crossFit(rows: readonly Float64Array[], y: Float64Array, folds: readonly number[]): Float64Array {
  const predicted = new Float64Array(rows.length);
  for (const fold of new Set(folds)) {
    const isOther = (_: unknown, i: number) => folds[i] !== fold;
    const fit = ridge(rows.filter(isOther), y.filter(isOther), LAMBDA);
    rows.forEach((row, i) => {
      if (Object.is(folds[i], fold)) predicted[i] = fit.predict(row);
    });
  }
  return predicted;
}
