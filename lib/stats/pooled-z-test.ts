import { checkProportion } from "#lib/stats/check-proportion.ts";
import { normalCdf } from "#lib/stats/normal-cdf.ts";

/** A standard normal statistic and its two-sided p. */
export interface ZTest {
  readonly z: number;
  readonly p: number;
}

/**
 * Test that two independent proportions are equal, with the pooled standard error and no continuity
 * correction; z above 0 when B is higher. Null when either n is 0 or all outcomes are the same.
 * @throws RangeError unless 0 ≤ x ≤ n for both
 */
export function pooledZTest(xA: number, nA: number, xB: number, nB: number): ZTest | null {
  checkProportion(xA, nA);
  checkProportion(xB, nB);
  const pooled = (xA + xB) / (nA + nB);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / nA + 1 / nB));
  if (!(nA > 0 && nB > 0 && error > 0)) return null;
  const z = (xB / nB - xA / nA) / error;
  return { z, p: 2 * normalCdf(-Math.abs(z)) };
}
