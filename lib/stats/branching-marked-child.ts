import type { OffspringLaw } from "#lib/stats/branching-offspring.ts";

/**
 * 1 − g(1 − x) for the probability generating function g of an offspring law: the probability of a child
 * that is marked when each is marked with probability x. Keeps its digits where x is small.
 * @param x 0 to 1
 */
export function branchingMarkedChild({ mean, dispersion, silenced = 0 }: OffspringLaw, x: number): number {
  const unmarked =
    dispersion === Number.POSITIVE_INFINITY
      ? Math.expm1(-mean * x)
      : Math.expm1(-dispersion * Math.log1p((mean * x) / dispersion));
  return -(1 - silenced) * unmarked;
}
