import type { Interval } from "./interval.ts";
import { tQuantile } from "./student-t.ts";

/** A group's own estimate on the scale on which its error is about normal, a logarithm or logit. */
export interface GroupEstimate {
  readonly theta: number;
  /** Of `theta`, above 0. */
  readonly variance: number;
  /** Degrees of freedom of that variance, 1 or above. */
  readonly df: number;
}

/** A group's estimate drawn towards the mean of all, with its 95 % interval, on the same scale. */
export interface PooledGroup extends Interval {
  readonly theta: number;
  readonly se: number;
  /** How much its own data count against the mean of all, 0 to below 1. */
  readonly own: number;
}

/** What many groups say of each other. */
export interface PartialPooling {
  /** Cochran's heterogeneity. */
  readonly q: number;
  /** Variance between the groups; 0 where they differ no more than chance would have it. */
  readonly tau2: number;
  /** Mean of the groups and its standard error. */
  readonly mean: number;
  readonly meanError: number;
  /** In the order given. */
  readonly groups: readonly PooledGroup[];
}

/**
 * Partial pooling of many groups (METRICS §2.10): the variance between them by DerSimonian and Laird, each group
 * drawn towards their mean the more, the less it knows itself. The error allows for the variance between groups being
 * an estimate itself, and uses t with the group's own degrees of freedom.
 *
 * Sources: DerSimonian and Laird 1986; Morris 1983.
 *
 * @throws RangeError for fewer than two groups
 */
export function partialPooling(groups: readonly GroupEstimate[]): PartialPooling {
  const others = groups.length - 1;
  if (others < 1) throw new RangeError("pooling needs two groups");
  const alone = weightedMean(groups, 0);
  const q = sumOf(groups, ({ theta, variance }) => (theta - alone.mean) ** 2 / variance);
  const squares = sumOf(groups, ({ variance }) => 1 / variance ** 2);
  const tau2 = Math.max(0, (q - others) / (alone.weight - squares / alone.weight));
  const { mean, weight } = weightedMean(groups, tau2);
  return {
    ...{ q, tau2, mean, meanError: 1 / Math.sqrt(weight) },
    groups: groups.map(({ theta, variance, df }) => {
      const own = tau2 / (tau2 + variance);
      const drawn = (1 - own) ** 2;
      const pooled = mean + own * (theta - mean);
      const se = Math.sqrt(own * variance + drawn / weight + (2 / others) * drawn * (theta - mean) ** 2);
      const width = tQuantile(0.975, df) * se;
      return { theta: pooled, se, own, low: pooled - width, high: pooled + width };
    }),
  };
}

function weightedMean(groups: readonly GroupEstimate[], tau2: number) {
  const weight = sumOf(groups, ({ variance }) => 1 / (variance + tau2));
  return { weight, mean: sumOf(groups, ({ theta, variance }) => theta / (variance + tau2)) / weight };
}

function sumOf(groups: readonly GroupEstimate[], of: (group: GroupEstimate) => number): number {
  return groups.reduce((sum, group) => sum + of(group), 0);
}
