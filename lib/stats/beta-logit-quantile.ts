import { betaTails } from "#lib/stats/beta-tails.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";
import { roughNormalQuantile } from "#lib/stats/rough-normal-quantile.ts";
import { solveLogTail } from "#lib/stats/solve-log-tail.ts";

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
