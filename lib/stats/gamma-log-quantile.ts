import { gammaTails } from "#lib/stats/gamma-tails.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { roughNormalQuantile } from "#lib/stats/rough-normal-quantile.ts";
import { solveLogTail } from "#lib/stats/solve-log-tail.ts";

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
