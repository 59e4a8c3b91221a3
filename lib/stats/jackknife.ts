import type { Interval } from "./interval.ts";
import { tQuantile } from "./student-t.ts";

/** An estimate on the scale on which its error is about normal, a logarithm or logit, and again without each cluster. */
export interface LeftOut {
  readonly theta: number;
  /** The estimate with one cluster left out, one for each cluster. */
  readonly without: ArrayLike<number>;
  /** Part of the estimate that rests on each cluster, 0 or above; in any unit. */
  readonly weights: ArrayLike<number>;
  /** What the variance cannot be below, that of independent cases; 0 when left out. */
  readonly floor?: number;
  /** Degrees of freedom of a fit: the effective clusters less one. Left out: by how unlike the weights are. */
  readonly df?: "effective";
}

/** Error and 95 % interval of an estimate, on its own scale. */
export interface Jackknife extends Interval {
  readonly variance: number;
  /** Clusters of equal weight that would tell as much: at most the number of clusters. */
  readonly effective: number;
  /** Degrees of freedom, from 1 to one less than there are clusters. */
  readonly df: number;
}

/**
 * The delete-one-cluster jackknife (METRICS §2.8): v = (M−1)/M Σ(θ₋ⱼ − θ)², interval θ ± t √v with
 * df = (Σw²)²/Σw⁴. The squares go about the whole estimate, not about the mean of the others.
 *
 * Sources: Tukey 1958; Efron and Stein 1981; Satterthwaite 1946; Bell and McCaffrey 2002.
 *
 * @returns null for fewer than two clusters
 */
export function jackknife({ theta, without, weights, floor = 0, df: rule }: LeftOut): Jackknife | null {
  const clusters = without.length;
  if (clusters < 2) return null;
  let squares = 0;
  for (let j = 0; j < clusters; j++) squares += ((without[j] ?? theta) - theta) ** 2;
  const variance = Math.max(floor, ((clusters - 1) / clusters) * squares);
  const { effective, df: unlike } = effectiveClusters(weights);
  const df = rule === "effective" ? Math.max(1, Math.min(effective - 1, clusters - 1)) : unlike;
  const width = tQuantile(0.975, df) * Math.sqrt(variance);
  return { variance, effective, df, low: theta - width, high: theta + width };
}

/**
 * How many clusters of equal weight would tell as much, (Σw)²/Σw², and the degrees of freedom of an error whose
 * residuals grow with the cluster, (Σw²)²/Σw⁴, from 1 to M − 1.
 * @param weights 0 or above, not all of them 0
 */
export function effectiveClusters(weights: ArrayLike<number>): { effective: number; df: number } {
  let [sum, squares, fourths] = [0, 0, 0];
  for (let j = 0; j < weights.length; j++) {
    const square = (weights[j] ?? 0) ** 2;
    sum += weights[j] ?? 0;
    squares += square;
    fourths += square * square;
  }
  if (squares === 0) return { effective: 0, df: 1 };
  const df = squares ** 2 / fourths;
  return { effective: sum ** 2 / squares, df: Math.max(1, Math.min(df, weights.length - 1)) };
}
