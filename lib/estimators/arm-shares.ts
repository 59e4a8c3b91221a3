import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { Cluster } from "#lib/stats/permutation.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { MOST_SKEW } from "./lag-sample.ts";

/** The sharers of one arm of a comparison and their children, sorted, so that any past instant is read in one pass. */
export interface ArmShares {
  /** Clusters of cascades: a seeder's are one. */
  readonly clusters: number;
  /** When each sharer shared, ascending, UTC milliseconds; and the cluster of each. */
  readonly at: Float64Array;
  readonly cluster: Int32Array;
  /** When the first sharer of each cluster that has one shared, ascending. */
  readonly firsts: Float64Array;
  /** Parent's age at the birth of each child of a sharer, ascending, milliseconds. */
  readonly lag: Float64Array;
  /** From when on each of these is seen, its cluster, and whether its lag says nothing about time. */
  readonly seenAt: Float64Array;
  readonly childCluster: Int32Array;
  readonly mistimed: Uint8Array;
}

/** Children per share by age of the share, up to some age: a step function. */
interface Curve {
  readonly age: readonly number[];
  readonly value: readonly number[];
  readonly lags: number;
}

const LEAST_SHARES = 10;
const LEAST_CASCADES = 3;

/**
 * Gathers the sharers below some nodes: whole cascades, or branches. The nodes themselves, as seeds, are left out.
 * @param tops ascending
 * @param clusterOf cluster of the tree below each top, from 0 without gaps
 */
export function armShares(
  { parent, at }: ForestShape,
  tops: readonly number[],
  clusterOf: readonly number[],
): ArmShares {
  const below = clustersBelow(parent, tops, clusterOf);
  const isTop = new Uint8Array(parent.length);
  for (const top of tops) isTop[top] = 1;
  const [sharers, children]: [number[], number[]] = [[], []];
  const clusters = clusterOf.reduce((most, cluster) => Math.max(most, cluster + 1), 0);
  const first = new Float64Array(clusters).fill(Number.POSITIVE_INFINITY);
  for (let node = 0; node < parent.length; node++) {
    const cluster = below[node] ?? -1;
    if (cluster === -1 || isTop[node] === 1) continue;
    sharers.push(node);
    first[cluster] = Math.min(first[cluster] ?? 0, at[node] ?? 0);
    if (isTop[parent[node] ?? -1] !== 1) children.push(node);
  }
  const measured = (node: number) => (at[node] as number) - (at[parent[node] as number] as number);
  const lagOf = (node: number) => Math.max(0, measured(node));
  const arm = {
    clusters,
    at: new Float64Array(sharers.length),
    cluster: new Int32Array(sharers.length),
    firsts: first.filter(Number.isFinite).sort(),
    lag: new Float64Array(children.length),
    seenAt: new Float64Array(children.length),
    childCluster: new Int32Array(children.length),
    mistimed: new Uint8Array(children.length),
  };
  for (const [place, node] of sortedBy(sharers, (one) => at[one] as number).entries()) {
    arm.at[place] = at[node] as number;
    arm.cluster[place] = below[node] as number;
  }
  for (const [place, node] of sortedBy(children, lagOf).entries()) {
    arm.lag[place] = lagOf(node);
    arm.seenAt[place] = Math.max(at[node] as number, at[parent[node] as number] as number);
    arm.childCluster[place] = below[node] as number;
    arm.mistimed[place] = measured(node) < -MOST_SKEW ? 1 : 0;
  }
  return arm;
}

/** Nodes by a whole number of milliseconds, of equal ones as they stand. */
function sortedBy(nodes: readonly number[], key: (node: number) => number): Float64Array {
  const keys = Float64Array.from(nodes, key);
  const least = keys.reduce((low, at) => Math.min(low, at), Number.POSITIVE_INFINITY);
  const most = keys.reduce((high, at) => Math.max(high, at), Number.NEGATIVE_INFINITY);
  const places = nodes.length;
  // Key and place in one number sort a million in a tenth of the time, for as long as both fit into it.
  if ((most - least + 1) * places <= Number.MAX_SAFE_INTEGER && keys.every(Number.isInteger)) {
    const packed = keys.map((at, place) => (at - least) * places + place).sort();
    return packed.map((one) => nodes[one % places] ?? 0);
  }
  return Float64Array.from(nodes.toSorted((a, b) => key(a) - key(b)));
}

/** For every node the cluster of the top at or above it, or -1. Parents stand before their children. */
function clustersBelow(
  parent: Int32Array,
  tops: readonly number[],
  clusterOf: readonly number[],
): Int32Array {
  const below = new Int32Array(parent.length).fill(-1);
  tops.forEach((top, tree) => {
    below[top] = clusterOf[tree] ?? -1;
  });
  for (let node = 0; node < parent.length; node++) {
    const above = parent[node] ?? -1;
    if (below[node] === -1 && above !== -1) below[node] = below[above] ?? -1;
  }
  return below;
}

/** Clusters of an arm in which somebody had shared by an instant: none of the others says anything of K. */
export function clustersSpread({ firsts }: ArmShares, asOf: number): number {
  return countAtMost(firsts, asOf);
}

/**
 * The age up to which an arm's shares had been watched at an instant, as `kReach` has it: by ten of them, from three
 * clusters; of fewer, by all. Milliseconds; 0 where there are none.
 */
export function reachOf({ at, firsts }: ArmShares, asOf: number, horizon: number): number {
  const [shares, clusters] = [countAtMost(at, asOf), countAtMost(firsts, asOf)];
  if (shares === 0) return 0;
  const tenth = at[Math.min(shares, LEAST_SHARES) - 1] ?? asOf;
  const third = firsts[Math.min(clusters, LEAST_CASCADES) - 1] ?? asOf;
  return Math.min(horizon, asOf - tenth, asOf - third);
}

/** The mean cumulative function of one arm, or of several together, as it stood at an instant: O(shares + children). */
export function curveAt(arms: readonly ArmShares[], asOf: number, cut: number): Curve {
  const next = new Int32Array(arms.length);
  const watched = Int32Array.from(arms, ({ at }) => countAtMost(at, asOf));
  const [age, value]: [number[], number[]] = [[], []];
  let [sum, lags] = [0, 0];
  for (;;) {
    let lag = Number.POSITIVE_INFINITY;
    for (let a = 0; a < arms.length; a++) lag = Math.min(lag, nextLag(arms[a] as ArmShares, next, a, asOf));
    if (lag > cut) return { age, value, lags };
    let [births, atRisk] = [0, 0];
    for (let a = 0; a < arms.length; a++) {
      const arm = arms[a] as ArmShares;
      for (; nextLag(arm, next, a, asOf) === lag; next[a] = (next[a] as number) + 1) births += 1;
      let still = watched[a] as number;
      while (still > 0 && (arm.at[still - 1] as number) > asOf - lag) still -= 1;
      watched[a] = still;
      atRisk += still;
    }
    sum += births / atRisk;
    lags += births;
    age.push(lag);
    value.push(sum);
  }
}

/** The next lag of an arm that was seen by then and tells of time; moves past those that do not. */
function nextLag({ lag, seenAt, mistimed }: ArmShares, next: Int32Array, arm: number, asOf: number): number {
  let i = next[arm] as number;
  while (i < lag.length && ((seenAt[i] as number) > asOf || mistimed[i] === 1)) i += 1;
  next[arm] = i;
  return i < lag.length ? (lag[i] as number) : Number.POSITIVE_INFINITY;
}

/**
 * Effective shares and children of every cluster as they stood at an instant, children counted up to an age.
 * @param part of the children that a share has by `cut`, the part that is there by each age; asked in ascending order
 */
export function clustersAt(
  arm: ArmShares,
  asOf: number,
  { cut, part }: { cut: number; part: (age: number) => number },
): Cluster[] {
  const counts = Array.from({ length: arm.clusters }, () => ({ x: 0, y: 0 }));
  for (let i = countAtMost(arm.at, asOf) - 1; i >= 0; i--) {
    const age = asOf - (arm.at[i] ?? 0);
    const count = counts[arm.cluster[i] ?? -1];
    if (count !== undefined) count.x += age >= cut ? 1 : part(age);
  }
  for (let i = 0; i < arm.lag.length && (arm.lag[i] ?? 0) <= cut; i++) {
    const count = counts[arm.childCluster[i] ?? -1];
    if (count !== undefined && (arm.seenAt[i] ?? 0) <= asOf) count.y += 1;
  }
  return counts;
}

/** F of a curve, for ages that only ascend from one call to the next. */
export function partOf({ age, value }: Curve): (at: number) => number {
  const whole = value.at(-1) ?? 0;
  let steps = 0;
  return (at) => {
    while (steps < age.length && (age[steps] ?? 0) <= at) steps += 1;
    return steps === 0 ? 0 : (value[steps - 1] ?? 0) / whole;
  };
}
