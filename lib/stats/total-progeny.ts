import type { OffspringLaw } from "./branching.ts";
import { gaussHermite } from "./gauss-hermite.ts";
import { negativeBinomialLogPmf } from "./negative-binomial/distribution.ts";
import { compensatedSum } from "./sum.ts";

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

/** Mean and variance of the final number of shares, seeds included; Infinity for a mean offspring of 1 or more. */
export function totalProgenyMoments({ mean, dispersion }: ProgenyLaw, seeds = 1) {
  if (mean >= 1) return { mean: Number.POSITIVE_INFINITY, variance: Number.POSITIVE_INFINITY };
  return {
    mean: seeds / (1 - mean),
    variance: (seeds * (mean + (mean * mean) / dispersion)) / (1 - mean) ** 3,
  };
}

/** Seeds and what is expected of them. */
export interface Progeny {
  /** 0 or more. */
  readonly seeds: number;
  /** Children of a share. */
  readonly law: ProgenyLaw;
  /** Children of a seed; as of any share when left out. */
  readonly seedLaw?: ProgenyLaw;
}

/**
 * Probability that the seeds bring at least `more` shares, themselves not counted. In closed form where seeds
 * are like other shares, in time O(more); else by Panjer's recursion over a first generation of its own, each
 * of whose shares begins a cascade, in time O(more²).
 */
export function totalProgenyAtLeast(more: number, progeny: Progeny): number {
  const { seeds, law, seedLaw } = progeny;
  if (more <= 0) return 1;
  if (seeds === 0) return 0;
  if (seedLaw !== undefined) return 1 - belowWithSeedLaw(more, seeds, seedLaw, law);
  const logPmf = (_: unknown, brought: number) => Math.exp(totalProgenyLogPmf(seeds + brought, law, seeds));
  return Math.max(0, 1 - compensatedSum(Array.from({ length: more }, logPmf)));
}

const NODES = 32;

/**
 * Probability that the seeds bring at least `more` shares when the mean offspring of a share is itself
 * uncertain: lognormal about the one given, averaged by Gauss-Hermite quadrature.
 * @param logSd standard deviation of ln K, 0 or above
 */
export function totalProgenyAverage(more: number, progeny: Progeny, logSd: number): number {
  if (logSd === 0) return totalProgenyAtLeast(more, progeny);
  const { nodes, weights } = gaussHermite(NODES);
  let sum = 0;
  nodes.forEach((node, i) => {
    const mean = progeny.law.mean * Math.exp(Math.SQRT2 * logSd * node);
    const weight = (weights[i] ?? 0) / Math.sqrt(Math.PI);
    sum += weight * totalProgenyAtLeast(more, { ...progeny, law: { ...progeny.law, mean } });
  });
  return Math.min(1, sum);
}

/** Keeps the recursion within the range of doubles: it is linear, so a common factor may be taken out. */
const TOO_LARGE = 1e200;

/** Probability of fewer than `more` shares below the seeds. */
function belowWithSeedLaw(more: number, seeds: number, seedLaw: ProgenyLaw, law: ProgenyLaw): number {
  const { mean, dispersion } = seedLaw;
  const poisson = dispersion === Number.POSITIVE_INFINITY;
  const a = poisson ? 0 : mean / (dispersion + mean);
  const b = poisson ? seeds * mean : (seeds * dispersion - 1) * a;
  const tree = Float64Array.from({ length: more }, (_, size) => Math.exp(totalProgenyLogPmf(size, law)));
  const total = new Float64Array(more);
  total[0] = 1;
  let logFactor = negativeBinomialLogPmf(0, seeds * mean, seeds * dispersion);
  for (let size = 1; size < more; size++) {
    let sum = 0;
    for (let first = 1; first <= size; first++) {
      sum += (a + (b * first) / size) * (tree[first] ?? 0) * (total[size - first] ?? 0);
    }
    total[size] = sum;
    if (sum < TOO_LARGE) continue;
    for (let smaller = 0; smaller <= size; smaller++) total[smaller] = (total[smaller] ?? 0) / TOO_LARGE;
    logFactor += Math.log(TOO_LARGE);
  }
  return Math.min(1, Math.exp(logFactor + Math.log(compensatedSum(total))));
}
