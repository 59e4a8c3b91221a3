import { factorCholesky, solveLower, solveUpper } from "./cholesky.ts";

/** A fitted ridge regression. Coefficients belong to standardised columns. */
export interface Ridge {
  readonly intercept: number;
  readonly coefficients: Float64Array;
  /** Mean and population standard deviation of every column; the deviation is 1 where a column is constant. */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** The fitted value for one row, each entry first brought into the range its column had in the fit. */
  predict(row: Float64Array): number;
}

/** What the fit keeps of one column. */
interface ColumnSummary {
  readonly mean: number;
  readonly deviation: number;
  readonly low: number;
  readonly high: number;
}

/** A spread this small against its column's size is rounding, not information. */
const CONSTANT = 1e-12;

/**
 * Least squares of `y` on the columns of `rows` with the penalty λ‖b‖² on the coefficients of the standardised
 * columns; the intercept is free. O(rows · columns²).
 *
 * Source: Hoerl and Kennard 1970, Technometrics 12.
 *
 * @param rows at least one, all of one length
 * @param y one finite value per row
 * @param lambda positive, which makes the equations positive definite
 */
export function ridge(rows: readonly Float64Array[], y: ArrayLike<number>, lambda: number): Ridge {
  const columns = columnsOf(rows);
  const summaries = columns.map(standardise);
  const intercept = Array.from(y).reduce((sum, value) => sum + value, 0) / rows.length;
  const residual = Float64Array.from(y, (value) => value - intercept);
  const moments = Float64Array.from(columns, (column) => dot(column, residual));
  const factor = factorCholesky(penalisedGram(columns, lambda), columns.length);
  const coefficients = solveUpper(factor, solveLower(factor, moments));
  const predict = (row: Float64Array) => {
    let value = intercept;
    summaries.forEach(({ mean, deviation, low, high }, i) => {
      const clipped = Math.min(Math.max(row[i] ?? 0, low), high);
      value += ((clipped - mean) / deviation) * (coefficients[i] ?? 0);
    });
    return value;
  };
  return {
    intercept,
    coefficients,
    mean: Float64Array.from(summaries, ({ mean }) => mean),
    deviation: Float64Array.from(summaries, ({ deviation }) => deviation),
    predict,
  };
}

/** The transpose: what follows runs through memory column by column. */
function columnsOf(rows: readonly Float64Array[]): Float64Array[] {
  const columns = Array.from(rows[0] ?? [], () => new Float64Array(rows.length));
  rows.forEach((row, r) => {
    columns.forEach((column, i) => {
      column[r] = row[i] ?? 0;
    });
  });
  return columns;
}

/** Standardises a column in place and says what it was. */
function standardise(column: Float64Array): ColumnSummary {
  let sum = 0;
  let low = Infinity;
  let high = -Infinity;
  for (const value of column) {
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const mean = sum / column.length;
  let squares = 0;
  for (const value of column) squares += (value - mean) ** 2;
  const spread = Math.sqrt(squares / column.length);
  const deviation = spread > CONSTANT * Math.max(1, Math.abs(mean)) ? spread : 1;
  for (let r = 0; r < column.length; r++) column[r] = ((column[r] ?? 0) - mean) / deviation;
  return { mean, deviation, low, high };
}

/** Lower triangle of ZᵀZ + λI, row by row in a full square. */
function penalisedGram(columns: readonly Float64Array[], lambda: number): Float64Array {
  const width = columns.length;
  const gram = new Float64Array(width * width);
  columns.forEach((column, i) => {
    for (let j = 0; j < i; j++) gram[i * width + j] = dot(column, columns[j] ?? column);
    gram[i * width + i] = dot(column, column) + lambda;
  });
  return gram;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
