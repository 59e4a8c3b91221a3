import { checkProportion } from "#lib/stats/check-proportion.ts";
import { logGamma } from "#lib/stats/log-gamma.ts";

/**
 * P(pB > pA) for two independent proportions, each with the uniform prior Beta(1, 1). With whole counts the
 * integral of one Beta distribution function over the other density is a finite sum of positive terms:
 * expand I_p(αB, βB) by parts in αB and integrate each term. Absolute error below 1e-8 to a million trials;
 * O(xB).
 * @param xA whole, as all four
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function probabilityBetter(xA: number, nA: number, xB: number, nB: number): number {
  checkProportion(xA, nA);
  checkProportion(xB, nB);
  const alpha = xA + 1;
  const beta = nA - xA + 1;
  const betaB = nB - xB + 1;
  const failures = beta + betaB;
  let term = logGamma(failures) + logGamma(alpha + beta) - logGamma(alpha + failures) - logGamma(beta);
  let sum = 0;
  for (let i = 0; i <= xB; i += 1) {
    sum += Math.exp(term);
    term += Math.log(((alpha + i) / (alpha + i + failures)) * ((betaB + i) / (i + 1)));
  }
  return Math.min(1, sum);
}
