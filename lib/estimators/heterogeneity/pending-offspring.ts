import type { ExposureGroup } from "#lib/stats/negative-binomial/sample.ts";
import type { ProgenyLaw } from "#lib/stats/total-progeny.ts";

/**
 * Children that shares of any age are still to have, taken together: what `moreShares` expects of a running
 * campaign, as the seed law of a single seed. A share with x children after the part e of its time has a
 * gamma reproduction number of shape k + x and rate k/R + e; its (1 − e) still to come are negative binomial,
 * and their sum is matched by mean and variance.
 * @param groups from `offspringSample`
 * @param mean R, above 0
 * @param dispersion k, above 0; Infinity for Poisson counts
 * @returns null when no share is young
 */
export function pendingOffspring(
  groups: readonly ExposureGroup[],
  mean: number,
  dispersion: number,
): ProgenyLaw | null {
  let expected = 0;
  let extra = 0;
  for (const { exposure, shares, children } of groups) {
    const toCome = 1 - exposure;
    if (dispersion === Number.POSITIVE_INFINITY) {
      expected += shares * mean * toCome;
      continue;
    }
    const odds = toCome / (dispersion / mean + exposure);
    expected += odds * (shares * dispersion + children);
    extra += odds * odds * (shares * dispersion + children);
  }
  if (expected === 0) return null;
  return { mean: expected, dispersion: extra === 0 ? Number.POSITIVE_INFINITY : expected ** 2 / extra };
}
