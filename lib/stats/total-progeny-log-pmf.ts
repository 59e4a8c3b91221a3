import type { OffspringLaw } from "#lib/stats/branching-offspring.ts";
import { negativeBinomialLogPmf } from "#lib/stats/negative-binomial-log-pmf.ts";

/** An offspring law whose counts are plainly negative binomial. */
export type ProgenyLaw = Pick<OffspringLaw, "mean" | "dispersion">;

/**
 * ln of the probability that the cascades of the seeds end with `size` shares in all, seeds included.
 *
 * Source: Dwass 1969, J Appl Prob 6; Blumberg and Lloyd-Smith 2013, PLoS Comput Biol 9.
 *
 * @param seeds 1 or more
 */
export function totalProgenyLogPmf(size: number, { mean, dispersion }: ProgenyLaw, seeds = 1): number {
  if (size < seeds) return Number.NEGATIVE_INFINITY;
  return Math.log(seeds / size) + negativeBinomialLogPmf(size - seeds, size * mean, size * dispersion);
}
