import type { LogTails } from "#lib/stats/gamma-tails.ts";
import { logComplement } from "#lib/stats/log-complement.ts";
import { poissonDeviance } from "#lib/stats/poisson-deviance.ts";
import { stirlingError } from "#lib/stats/stirling-error.ts";

/**
 * The regularised incomplete beta function ln I_x(a, b) and the logarithm of its complement, with the density
 * of the logit of X. A continued fraction (DiDonato and Morris 1992, TOMS 708) on the side of the mean where it
 * converges fast, with Loader's form of the density in front. Relative error of the tails below 1e-11 for a, b
 * from 1e-3 to 1e6; the cost grows as the root of the larger.
 * @param x above 0
 * @param y 1 − x, above 0; apart from x so that it may be tiny
 */
export function betaTails(x: number, y: number, a: number, b: number): LogTails {
  const n = a + b;
  const density =
    Math.log(((a / n) * b) / (2 * Math.PI)) / 2 -
    poissonDeviance(a, n * x) -
    poissonDeviance(b, n * y) +
    (stirlingError(n) - stirlingError(a) - stirlingError(b));
  if (x * (n + 2) < a + 1) {
    const lower = density + Math.log(fraction(x, y, a, b));
    return { lower, upper: logComplement(lower), density };
  }
  const upper = density + Math.log(fraction(y, x, b, a));
  return { lower: logComplement(upper), upper, density };
}

/**
 * DiDonato and Morris's fraction by Lentz's method: the even part of the classical one, in terms of
 * excess = a − (a+b)x, which keeps its digits when x is near 1 and a large.
 */
function fraction(x: number, y: number, a: number, b: number): number {
  const excess = a < b ? a - (a + b) * x : (a + b) * y - b;
  let d = (a + 1) / (a * (excess + 1));
  let c = Number.POSITIVE_INFINITY;
  let value = d;
  let change = 0;
  for (let n = 1; Math.abs(change - 1) > 1e-16; n += 1) {
    const odd = a + 2 * n - 1;
    const alpha = ((((a + n - 1) / odd) * (a + b + n - 1)) / odd) * n * (b - n) * x * x;
    const beta = n + (n * (b - n) * x) / odd + ((a + n) / (odd + 2)) * (excess + 1 + n * (1 + y));
    d = 1 / (beta + alpha * d);
    c = beta + alpha / c;
    change = c * d;
    value *= change;
  }
  return value;
}
