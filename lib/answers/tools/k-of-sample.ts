import { viralCycle } from "#lib/estimators/interval.ts";
import { type ReproductionNumber, reproductionNumber } from "#lib/estimators/k.ts";
import type { LagSample } from "#lib/estimators/lag-sample.ts";

/** K of a sample of sharers; when children come is worked out only where it matters, for the childless. */
export function kOfSample(sample: LagSample, horizon: number): ReproductionNumber {
  let cdf: ((age: number) => number) | undefined;
  return reproductionNumber(sample, horizon, (age) => {
    cdf ??= viralCycle(sample, horizon).cdf;
    return cdf(age);
  });
}
