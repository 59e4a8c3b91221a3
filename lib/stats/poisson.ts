/** A Poisson regression with log link: ln E(count) = offset + intercept + slope · covariate. */
interface PoissonRegression {
  readonly intercept: number;
  readonly slope: number;
  /** Standard error of the slope under the Poisson model, not inflated. */
  readonly slopeError: number;
  /** Pearson's chi-square, Σ (count − fitted)²/fitted; over df it is the dispersion. */
  readonly pearson: number;
  /** Observations − 2. */
  readonly df: number;
}

const MOST_STEPS = 1000;

/**
 * Maximum likelihood by Newton's method, which is iteratively reweighted least squares for the canonical
 * link (McCullagh and Nelder 1989, section 2.5). Null when no finite slope is the best: no events, fewer
 * than two different covariates, or events only at the largest or only at the smallest of them.
 * @param counts not negative
 * @param covariate one per count
 * @param offset ln of the exposure, one per count; 0 when left out
 * @throws RangeError when the lengths differ
 */
export function poissonRegression(
  counts: readonly number[],
  covariate: readonly number[],
  offset: readonly number[] = counts.map(() => 0),
): PoissonRegression | null {
  if (covariate.length !== counts.length || offset.length !== counts.length) {
    throw new RangeError("counts, covariate and offset differ in length");
  }
  const events = sum(counts);
  const centre = sum(counts.map((count, i) => count * (covariate[i] ?? 0))) / events;
  // Folded, here and below: spread as arguments, long series overflow the stack.
  const low = covariate.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const range = covariate.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY) - low;
  // Rounding may put the centre of equal covariates beside them.
  const place = (centre - low) / range;
  if (!(place > 1e-12 && place < 1 - 1e-12)) return null;
  const x = covariate.map((value) => value - centre);
  const highest = offset.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const exposure = offset.map((value) => Math.exp(value - highest));
  let slope = 0;
  let fit = moments(exposure, x, slope);
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    // About the centre the counts have mean 0. Longer steps than 1/range may overshoot for good: over that
    // distance the variance changes by e at most.
    const step = Math.max(-1 / range, Math.min(1 / range, -fit.mean / fit.variance));
    slope += step;
    fit = moments(exposure, x, slope);
    if (Math.abs(step) <= 1e-12 / range) break;
  }
  const fitted = fit.weights.map((weight) => (weight / fit.total) * events);
  return {
    intercept: Math.log(events / fit.total) - highest - slope * centre,
    slope,
    slopeError: 1 / Math.sqrt(events * fit.variance),
    pearson: sum(fitted.map((mean, i) => ((counts[i] ?? 0) - mean) ** 2 / mean)),
    df: counts.length - 2,
  };
}

/** The fitted counts up to their level, which is free to match the total, and the covariate under them. */
function moments(exposure: readonly number[], x: readonly number[], slope: number) {
  const weights = exposure.map((value, i) => value * Math.exp(slope * (x[i] ?? 0)));
  const total = sum(weights);
  const mean = sum(weights.map((weight, i) => weight * (x[i] ?? 0))) / total;
  const variance = sum(weights.map((weight, i) => weight * ((x[i] ?? 0) - mean) ** 2)) / total;
  return { weights, total, mean, variance };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

const NEAR = 0.5;

/**
 * Half the Poisson deviance, k ln(k/m) + m − k, to full relative precision also where k is close to m and
 * the three terms cancel (Loader 2000).
 * @param k above 0
 * @param m above 0
 */
export function poissonDeviance(k: number, m: number): number {
  const d = (m - k) / k;
  if (Math.abs(d) > NEAR) return m - k - k * Math.log(m / k);
  // d − ln(1+d) by 2 artanh r = ln(1+d), whose first term is taken off by hand.
  const r = d / (2 + d);
  const square = r * r;
  let sum = 0;
  let power = 1;
  for (let odd = 3; power > 1e-18; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return k * r * (d - 2 * square * sum);
}
