/** Where a process of children stands at an age. */
export interface BranchingState {
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
