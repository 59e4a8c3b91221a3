import { logComplement } from "#lib/stats/log-complement.ts";
import { poissonDeviance } from "#lib/stats/poisson-deviance.ts";
import { stirlingError } from "#lib/stats/stirling-error.ts";

/** Both tails of a distribution at one point, as logarithms, so that neither underflows. */
export interface LogTails {
  /** ln P(X ≤ x). */
  readonly lower: number;
  /** ln P(X > x). */
  readonly upper: number;
  /** ln of the density of a transformed X; the function says which. */
  readonly density: number;
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
