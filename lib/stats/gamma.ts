import { logGamma, stirlingError } from "./log-gamma.ts";
import { type LogTails, logComplement, roughNormalQuantile, solveLogTail } from "./log-tails.ts";
import { poissonDeviance } from "./poisson.ts";

/**
 * P(X ≤ x) for X ~ Gamma(shape, rate), the lower regularised incomplete gamma function; relative error
 * below 1e-10. 0 at or below x = 0.
 * @throws RangeError unless shape and rate are above 0 and finite, and x is a number
 */
export function gammaCdf(x: number, shape: number, rate = 1): number {
  const z = standardised(x, shape, rate);
  if (z <= 0) return 0;
  return z === Infinity ? 1 : Math.exp(gammaTails(z, shape).lower);
}

/**
 * P(X > x) for X ~ Gamma(shape, rate), the upper regularised incomplete gamma function; relative error
 * below 1e-10 far into the tail, where 1 − gammaCdf has no digits left. 1 at or below x = 0.
 * @throws RangeError unless shape and rate are above 0 and finite, and x is a number
 */
export function gammaSurvival(x: number, shape: number, rate = 1): number {
  const z = standardised(x, shape, rate);
  if (z <= 0) return 1;
  return z === Infinity ? 0 : Math.exp(gammaTails(z, shape).upper);
}

/**
 * P(X > x) for a chi-square variable; relative error below 1e-10.
 * @param df degrees of freedom, above 0
 * @throws RangeError as gammaSurvival
 */
export function chiSquareSurvival(x: number, df: number): number {
  return gammaSurvival(x, df / 2, 0.5);
}

/** x in the unit of a gamma variable with rate 1. */
function standardised(x: number, shape: number, rate: number): number {
  if (!isGamma(shape, rate) || Number.isNaN(x)) {
    throw new RangeError(`no gamma distribution at ${x}, shape ${shape}, rate ${rate}`);
  }
  return x * rate;
}

function isGamma(shape: number, rate: number): boolean {
  return shape > 0 && rate > 0 && shape < Infinity && rate < Infinity;
}

/**
 * The x with P(X ≤ x) = p for X ~ Gamma(shape, rate); relative error below 1e-10. A value under the
 * smallest double is 0.
 * @throws RangeError unless p is in [0, 1] and shape and rate are above 0 and finite
 */
export function gammaQuantile(p: number, shape: number, rate = 1): number {
  if (!(p >= 0 && p <= 1 && isGamma(shape, rate))) {
    throw new RangeError(`no gamma quantile for p ${p}, shape ${shape}, rate ${rate}`);
  }
  if (p === 0) return 0;
  return p === 1 ? Infinity : Math.exp(gammaLogQuantile(p, 1 - p, shape)) / rate;
}

/** Below this e^u is 0. */
const SMALLEST = -745;

/**
 * ln of the quantile of a gamma variable with rate 1. Both probabilities are given, and the smaller is
 * solved for, so that neither end loses digits.
 * @param lower P(X ≤ x), above 0
 * @param upper P(X > x) = 1 − lower, above 0
 */
export function gammaLogQuantile(lower: number, upper: number, shape: number): number {
  // P(X ≤ x) ≤ x^a / Γ(a+1), nearly equal for small x: never right of the root.
  const floor = (Math.log(lower) + logGamma(shape + 1)) / shape;
  if (floor < SMALLEST) return floor;
  if (lower <= upper) {
    const start = Math.max(floor, wilsonHilferty(-roughNormalQuantile(lower), shape));
    return solveLogTail(start, Math.log(lower), (u) => {
      const tails = gammaTails(Math.exp(u), shape);
      return { value: tails.lower, slope: Math.exp(tails.density - tails.lower) };
    });
  }
  // For shape < 1, P(X > x) ≤ e^-x from x = 1 on: never left of the root.
  const start =
    shape < 1
      ? Math.log(Math.max(1, -Math.log(upper)))
      : Math.max(floor, wilsonHilferty(roughNormalQuantile(upper), shape));
  return solveLogTail(start, Math.log(upper), (u) => {
    const tails = gammaTails(Math.exp(u), shape);
    return { value: tails.upper, slope: -Math.exp(tails.density - tails.upper) };
  });
}

/** ln of Wilson and Hilferty's approximate quantile, −Infinity where it has none (small shapes). */
function wilsonHilferty(z: number, shape: number): number {
  if (shape < 1) return Number.NEGATIVE_INFINITY;
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  return root > 0 ? Math.log(shape) + 3 * Math.log(root) : Number.NEGATIVE_INFINITY;
}

/**
 * The regularised incomplete gamma functions ln P(shape, x) and ln Q(shape, x), with the density of ln X.
 * Whichever is not near 1 is computed, by series below shape + 1 and by Legendre's continued fraction
 * above (Abramowitz and Stegun 6.5.29, 6.5.31), with Loader's form of the density in front. Relative error
 * of the tails below 1e-11 for shapes from 1e-3 to 1e6; the cost grows as the root of the shape.
 * @param x above 0, finite
 * @param shape above 0, finite
 */
export function gammaTails(x: number, shape: number): LogTails {
  const density = Math.log(shape / (2 * Math.PI)) / 2 - poissonDeviance(shape, x) - stirlingError(shape);
  if (x < shape + 1) {
    const lower = density + Math.log(series(x, shape) / shape);
    return { lower, upper: logComplement(lower), density };
  }
  const upper = density + Math.log(fraction(x, shape));
  return { lower: logComplement(upper), upper, density };
}

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + ... */
function series(x: number, shape: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − ...))) by Lentz's method. */
function fraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let d = 1 / b;
  let c = Number.POSITIVE_INFINITY;
  let value = d;
  let change = 0;
  for (let n = 1; Math.abs(change - 1) > 1e-16; n += 1) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (b + a * d);
    c = b + a / c;
    change = c * d;
    value *= change;
  }
  return value;
}
