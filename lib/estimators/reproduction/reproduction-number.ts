import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import { ageRank } from "./age-rank.ts";
import { clusteredError } from "./clustered-error.ts";
import { kReach } from "./k-reach.ts";
import { kReport, type ReproductionNumber } from "./k-report.ts";
import type { LagSample } from "./lag-sample.ts";
import { meanCumulativeFunction } from "./mean-cumulative-function.ts";

/**
 * Children of a share within the horizon, corrected for the youth of young shares by the mean cumulative
 * function, cascades as clusters (METRICS §2.2). Sharers give K, seeds K0. Where too few shares were watched
 * for the whole horizon, children are counted up to a shorter age.
 *
 * @param horizon maturity horizon in milliseconds
 * @param lagCdf when children come; only the bound of a childless sample leans on it
 */
export function reproductionNumber(sample: LagSample, horizon: number, lagCdf: LagCdf): ReproductionNumber {
  const curve = meanCumulativeFunction(sample, horizon);
  const within = curve.age.length === 0 ? horizon : kReach(sample, horizon);
  const steps = ageRank(curve.age, within);
  return kReport({
    population: sample.population,
    horizon,
    within,
    shares: sample.age.length,
    children: curve.births.subarray(0, steps).reduce((sum, births) => sum + births, 0),
    cascades: sample.cascades,
    k: curve.value[steps - 1] ?? 0,
    error: steps === 0 ? null : clusteredError(sample, curve, within),
    effectiveShares: () =>
      sample.age.reduce((sum, age) => sum + lagCdf(Math.min(age, within)) / lagCdf(within), 0),
  });
}
