import { compensatedSum } from "#lib/stats/compensated-sum.ts";
import { negativeBinomialLogPmf } from "#lib/stats/negative-binomial-log-pmf.ts";
import { type ProgenyLaw, totalProgenyLogPmf } from "#lib/stats/total-progeny-log-pmf.ts";

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
