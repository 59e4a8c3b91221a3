import type { LagCdf } from "#lib/estimators/lag-cdf.ts";
import { branchingSize } from "./branching-size.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";

/** Gamma prior of a number of children; its mean is shape / rate. */
export interface GammaPrior {
  readonly shape: number;
  readonly rate: number;
}

/**
 * A what-if from the tree: children of the root and of the other shares so far, over the part of them due by
 * now, with gamma priors, carried on to the end. Transparent but, as a forecast, measured too high (METRICS §8.3).
 *
 * @param age milliseconds since the root
 * @param cdf of the lag between parent and child, pooled over the workspace
 * @returns expected final shares, root included; Infinity when each share has one child or more to expect
 */
export function branchingForecast(
  { times, parent }: CascadeTimes,
  age: number,
  cdf: LagCdf,
  priors: { readonly seed: GammaPrior; readonly sharer: GammaPrior },
): number {
  const seen = times.subarray(0, countUntil(times, age));
  let direct = 0;
  let exposure = priors.sharer.rate;
  for (let i = 1; i < seen.length; i++) {
    if (parent[i] === 0) direct++;
    exposure += cdf(age - (seen[i] ?? 0));
  }
  const seedWeight = (priors.seed.shape + direct) / (priors.seed.rate + cdf(age));
  const branching = (priors.sharer.shape + seen.length - 1 - direct) / exposure;
  return branchingSize(seen, age, { seedWeight, branching, cdf });
}
