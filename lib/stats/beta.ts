import { logGamma, stirlingError } from "./log-gamma.ts";
import { type LogTails, logComplement, roughNormalQuantile, solveLogTail } from "./log-tails.ts";
import { poissonDeviance } from "./poisson.ts";

/**
 * P(X ≤ x) for X ~ Beta(a, b), the regularised incomplete beta function; relative error below 1e-10. For the
 * upper tail call betaCdf(1 − x, b, a).
 * @throws RangeError unless a and b are above 0 and finite, and x is a number
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity) || Number.isNaN(x)) {
    throw new RangeError(`no beta distribution at ${x}, a ${a}, b ${b}`);
  }
  if (x <= 0) return 0;
  return x >= 1 ? 1 : Math.exp(betaTails(x, 1 - x, a, b).lower);
}

/** Beyond ± this the quantile is 0 or 1. */
const FARTHEST = 700;

/**
 * The logit ln(x/(1−x)) of the quantile of Beta(a, b), a scale on which x near 0 and near 1 keep their digits.
 * The smaller of the two probabilities is solved for. Beyond ± 700 only the sign is meant.
 * @param lower P(X ≤ x), above 0
 * @param upper P(X > x) = 1 − lower, above 0
 */
export function betaLogitQuantile(lower: number, upper: number, a: number, b: number): number {
  return lower <= upper ? solveLower(lower, a, b) : -solveLower(upper, b, a);
}

function solveLower(p: number, a: number, b: number): number {
  // I_x(a, b) ≤ odds^a / (a B(a, b)), nearly equal for small odds: never right of the root.
  const floor = (Math.log(p) + logGamma(a + 1) + logGamma(b) - logGamma(a + b)) / a;
  if (floor < -FARTHEST) return -FARTHEST;
  const normal = Math.log(a / b) - roughNormalQuantile(p) * Math.sqrt(1 / a + 1 / b);
  const start = a < 1 ? floor : Math.max(floor, normal);
  return solveLogTail(start, Math.log(p), (u) => {
    const v = Math.min(u, FARTHEST);
    const tails = betaTails(1 / (1 + Math.exp(-v)), 1 / (1 + Math.exp(v)), a, b);
    return { value: tails.lower, slope: Math.exp(tails.density - tails.lower) };
  });
}

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
