import type { OffspringLaw } from "#lib/stats/branching-offspring.ts";
import { branchingSurvival } from "#lib/stats/branching-survival.ts";

/**
 * Probability that the cascades of independent seeds all end: q^seeds with q the smallest root of q = g(q).
 * Exactly 1 for a mean of at most 1.
 *
 * Source: Lloyd-Smith et al. 2005, Nature 438.
 */
export function extinctionProbability(law: OffspringLaw, seeds = 1): number {
  return (1 - branchingSurvival(law)) ** seeds;
}
