import type { LagCdf } from "#lib/estimators/lag-distribution.ts";
import type { GammaPrior } from "#lib/estimators/rt-posterior.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { CascadeTimes } from "./cascade-times.ts";

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
  const seen = times.subarray(0, countAtMost(times, age));
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

/** Where a process of children stands at an age. */
interface BranchingState {
  /** Expected children of the root, and of every other share. */
  readonly seedWeight: number;
  readonly branching: number;
  /** Part of a parent's children that is born by an age, 0..1. */
  readonly cdf: (age: number) => number;
}

/**
 * Expected final shares, root included: the children still to come of all shares seen, each with all that follow
 * from it, n + [n₀ (1 − G(T)) + ν Σ (1 − G(T − tⱼ))] / (1 − ν) (METRICS §8.3). Infinity when ν ≥ 1, which is no forecast.
 *
 * @param times of the shares by `age`, since the root, the root's 0 first
 */
export function branchingSize(
  times: ArrayLike<number>,
  age: number,
  { seedWeight, branching, cdf }: BranchingState,
): number {
  if (branching >= 1) return Infinity;
  let toCome = seedWeight * (1 - cdf(age));
  for (let i = 1; i < times.length; i++) toCome += branching * (1 - cdf(age - (times[i] ?? 0)));
  return times.length + toCome / (1 - branching);
}
