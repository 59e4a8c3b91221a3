import type { Estimate } from "#lib/domain/estimate.ts";
import { generationInterval, INTERVAL_SEED } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { defaultKernel } from "#lib/estimators/lag-distribution.ts";
import type { LagSample } from "#lib/estimators/lag-sample.ts";
import { seededRandom } from "#lib/stats/random.ts";

/** K of a sample of sharers; when children come is worked out only where it matters, for the childless. */
export function kOfSample(sample: LagSample, horizon: number): Estimate {
  let cdf: ((age: number) => number) | undefined;
  return reproductionNumber(sample, horizon, (age) => {
    cdf ??= generationInterval(sample, defaultKernel(horizon), seededRandom(INTERVAL_SEED)).cdf;
    return cdf(age);
  }).estimate;
}
