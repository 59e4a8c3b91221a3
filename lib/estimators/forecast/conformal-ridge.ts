import { type Ridge, ridge } from "#lib/stats/ridge.ts";

/** A prediction of ln(1 + shares to come), its local scale, and what past cascades' errors were on that scale. */
export interface ConformalRidge {
  readonly size: Ridge;
  /** Of ln(|error| + 0.1) on the features and the prediction. */
  readonly scale: Ridge;
  /** Standardised out-of-fold errors of the training rows, ascending. */
  readonly z: Float64Array;
}

const LAMBDA = 10;
const FOLDS = 10;
/** Keeps the logarithm of a perfect prediction's error finite. */
const LEAST_ERROR = 0.1;

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
export function conformalRidge(rows: readonly Float64Array[], y: Float64Array): ConformalRidge {
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
