import { factorCholesky, solveLower } from "#lib/stats/cholesky.ts";
import { quantile } from "#lib/stats/quantile.ts";

/** Added to each variance, so that columns that say the same can be told from one another. */
const RIDGE = 0.01;
const LIMIT = 0.99;
/** A spread this small against its column's size is rounding, not information. */
const CONSTANT = 1e-12;

/** How far a row of features lies from a history of such rows. */
export interface Novelty {
  /** Mahalanobis distance. */
  readonly distance: number;
  /** By column: below the least or above the greatest of the history. */
  readonly outside: readonly boolean[];
  /** A column outside its range, or further off than 99 % of the history: nothing like it was seen. */
  readonly isUnlike: boolean;
}

interface Column {
  readonly mean: number;
  /** With divisor n, as in the ridge; 1 where the column is constant. */
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Measures rows against a history: √(z′S⁻¹z), z standardised by the history and S its covariance + 0.01 I
 * (METRICS §8.4).
 *
 * Source: Mahalanobis 1936.
 *
 * @param history at least two rows, all of one length
 */
export function noveltyAgainst(history: readonly Float64Array[]): (row: Float64Array) => Novelty {
  const columns = Array.from(history[0] ?? [], (_, i) => summarise(history.map((row) => row[i] ?? 0)));
  const standardise = (row: Float64Array) =>
    Float64Array.from(columns, ({ mean, deviation }, i) => ((row[i] ?? 0) - mean) / deviation);
  const factor = factorCholesky(covariance(history.map(standardise), columns.length), columns.length);
  const distanceOf = (row: Float64Array) => {
    const whitened = solveLower(factor, standardise(row));
    return Math.sqrt(whitened.reduce((sum, value) => sum + value * value, 0));
  };
  const limit = quantile(Float64Array.from(history, distanceOf).sort(), LIMIT);
  return (row) => {
    const distance = distanceOf(row);
    const outside = columns.map(({ low, high }, i) => (row[i] ?? 0) < low || (row[i] ?? 0) > high);
    return { distance, outside, isUnlike: distance > limit || outside.includes(true) };
  };
}

function summarise(values: readonly number[]): Column {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = Math.sqrt(squares / values.length);
  const deviation = spread > CONSTANT * Math.max(1, Math.abs(mean)) ? spread : 1;
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return { mean, deviation, low, high };
}

/** Of standardised rows, with divisor n − 1 and 0.01 added to the diagonal; row by row in a full square. */
function covariance(rows: readonly Float64Array[], width: number): Float64Array {
  const sums = new Float64Array(width * width);
  for (const row of rows) {
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) {
        sums[i * width + j] = (sums[i * width + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0);
      }
    }
  }
  const covariances = sums.map((sum) => sum / (rows.length - 1));
  for (let i = 0; i < width; i++) covariances[i * width + i] = (covariances[i * width + i] ?? 0) + RIDGE;
  return covariances;
}
