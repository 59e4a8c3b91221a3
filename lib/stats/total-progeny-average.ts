import { gaussHermite } from "#lib/stats/gauss-hermite.ts";
import { type Progeny, totalProgenyAtLeast } from "#lib/stats/total-progeny-at-least.ts";

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
