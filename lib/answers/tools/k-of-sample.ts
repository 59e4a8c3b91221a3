import type { Estimate } from "#lib/domain/estimate.ts";
import type { LagSample } from "#lib/estimators/reproduction/lag-sample.ts";
import { reproductionNumber } from "#lib/estimators/reproduction/reproduction-number.ts";
import { defaultKernel } from "#lib/estimators/timing/default-kernel.ts";
import { generationInterval } from "#lib/estimators/timing/generation-interval.ts";
import { seededRandom } from "#lib/stats/random.ts";

/** Fixed, so that equal events give equal intervals. */
const SEED = 2;

/** K of a sample of sharers; when children come is worked out only where it matters, for the childless. */
export function kOfSample(sample: LagSample, horizon: number): Estimate {
  let cdf: ((age: number) => number) | undefined;
  return reproductionNumber(sample, horizon, (age) => {
    cdf ??= generationInterval(sample, defaultKernel(horizon), seededRandom(SEED)).cdf;
    return cdf(age);
  }).estimate;
}
