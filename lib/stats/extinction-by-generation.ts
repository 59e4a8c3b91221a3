import { branchingMarkedChild } from "#lib/stats/branching-marked-child.ts";
import type { OffspringLaw } from "#lib/stats/branching-offspring.ts";

/** Probability that the cascades of the seeds have no share in generation 1, 2, ..., `generations`. */
export function extinctionByGeneration(law: OffspringLaw, generations: number, seeds = 1): number[] {
  const extinct: number[] = [];
  let alive = 1;
  for (let generation = 1; generation <= generations; generation++) {
    alive = branchingMarkedChild(law, alive);
    extinct.push((1 - alive) ** seeds);
  }
  return extinct;
}
