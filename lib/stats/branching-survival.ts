import { branchingMarkedChild } from "#lib/stats/branching-marked-child.ts";
import { meanOffspring, type OffspringLaw } from "#lib/stats/branching-offspring.ts";

const MOST_STEPS = 200;

/**
 * Probability that the cascade of one share never ends; exactly 0 for a mean of at most 1. The root of
 * x = 1 − g(1 − x) by Newton's method from 1: the difference is convex, so every step stays at or above the
 * root, also where the mean is hardly above 1 and the root close to the one at 0.
 */
export function branchingSurvival(law: OffspringLaw): number {
  if (meanOffspring(law) <= 1) return 0;
  let x = 1;
  for (let i = 0; i < MOST_STEPS; i++) {
    const difference = x - branchingMarkedChild(law, x);
    const next = x - difference / (1 - slope(law, x));
    if (!(next < x)) break;
    x = next;
  }
  return Math.max(0, x);
}

/** Derivative of the probability of a marked child. */
function slope({ mean, dispersion, silenced = 0 }: OffspringLaw, x: number): number {
  const steepness =
    dispersion === Number.POSITIVE_INFINITY
      ? Math.exp(-mean * x)
      : Math.exp(-(dispersion + 1) * Math.log1p((mean * x) / dispersion));
  return (1 - silenced) * mean * steepness;
}
