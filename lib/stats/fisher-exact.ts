import { checkProportion } from "#lib/stats/check-proportion.ts";
import { exactTwoSidedP } from "#lib/stats/exact-two-sided-p.ts";

/**
 * Fisher's exact test that two independent proportions are equal: the two-sided p, as the mass of the tables
 * not likelier than the observed. 1 when an n is 0 or all outcomes are the same.
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function fisherExact(xA: number, nA: number, xB: number, nB: number): number {
  checkProportion(xA, nA);
  checkProportion(xB, nB);
  const successes = xA + xB;
  const least = Math.max(0, successes - nB);
  const most = Math.min(successes, nA);
  const logMass = [0];
  for (let x = least; x < most; x += 1) {
    const ratio = ((nA - x) / (x + 1)) * ((successes - x) / (nB - successes + x + 1));
    logMass.push((logMass.at(-1) ?? 0) + Math.log(ratio));
  }
  return exactTwoSidedP(logMass, xA - least);
}
