import type { OffspringLaw } from "#lib/stats/branching-offspring.ts";
import { branchingSurvival } from "#lib/stats/branching-survival.ts";

/** Probability that at least one of the cascades of independent seeds never ends: 1 − q^seeds. */
export function branchingOutbreak(law: OffspringLaw, seeds = 1): number {
  return seeds === 0 ? 0 : -Math.expm1(seeds * Math.log1p(-branchingSurvival(law)));
}
