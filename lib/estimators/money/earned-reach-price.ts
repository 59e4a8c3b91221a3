import type { Estimate } from "#lib/domain/estimate.ts";
import { logTMean } from "./log-t-mean.ts";
import { mapEstimate } from "./map-estimate.ts";

/** What reaching somebody cost, in the currency of the spend. */
export interface ReachPrice {
  /** Spend over paid seeds; null without one. */
  readonly perSeed: number | null;
  /** Spend over the seeds and everyone they brought, with the clustered interval of mean reach. */
  readonly earned: Estimate;
}

/**
 * Price of reach with and without what was earned (DESIGN §1).
 * @param spend 0 is none, and none has no price
 * @param reached for every paid seed, the seed and everyone it brought so far
 */
export function earnedReachPrice(spend: number, reached: readonly number[]): ReachPrice {
  if (reached.length === 0 || spend === 0) return { perSeed: null, earned: { value: null, why: "empty" } };
  const perSeed = spend / reached.length;
  return { perSeed, earned: mapEstimate(logTMean(reached), (reach) => perSeed / reach) };
}
