import { areLinksUnknown, countLinks } from "#lib/cascade/count-links.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import { MINUTE } from "#lib/time/lengths.ts";

/** Seeds and sharers are never averaged: a sharer is every share that somebody brought, orphans included. */
export type Population = "sharers" | "seeds";

/**
 * The shares of a population as they stand at an instant, and how long after each its children came; shares
 * and children alike stand cascade by cascade.
 */
export interface LagSample {
  readonly population: Population;
  /** Cascades that hold a share of the population, numbered from 0; those of one seeder are one. */
  readonly cascades: number;
  /** Age of every share in milliseconds, at least 0. */
  readonly age: Float64Array;
  /** Root of each cascade, by its number in the forest; the first of its seeder. */
  readonly roots: Int32Array;
  /** Cascade of every share. */
  readonly cascade: Int32Array;
  /** Parent's age at the birth of every child seen, in milliseconds; 0 for a child earlier than its parent. */
  readonly lag: Float64Array;
  /** Index into `age` of every child's parent. */
  readonly parent: Int32Array;
  /** 1 where the child is so much earlier than its parent that its lag says nothing about time. */
  readonly mistimed: Uint8Array;
  /** Every share of the forest that was brought has lost its parent: no child says nothing of children. */
  readonly linksUnknown?: true;
}

export const MOST_SKEW = 5 * MINUTE;
const LEAST_SHARES = 10;
const LEAST_CASCADES = 3;

/**
 * Gathers ages and lags from a forest, counting only shares that were made by `asOf` (METRICS §2.2).
 * @param asOf UTC milliseconds
 * @param among narrows the population, to those of one channel, say
 */
export function lagSample(
  forest: ForestShape,
  asOf: number,
  population: Population,
  among: (share: number) => boolean = () => true,
): LagSample {
  const { size, at } = forest;
  const ofSeeds = population === "seeds";
  const members: number[] = [];
  const memberOf = new Int32Array(size).fill(-1);
  const cascade: number[] = [];
  const roots: number[] = [];
  const order = byCluster(forest);
  for (let i = 0; i < size; i++) {
    const share = order === null ? i : (order[i] as number);
    if ((at[share] as number) > asOf || isSeed(forest, share) !== ofSeeds || !among(share)) continue;
    const cluster = clusterOf(forest, share);
    if (cluster !== roots.at(-1)) roots.push(cluster);
    memberOf[share] = members.length;
    members.push(share);
    cascade.push(roots.length - 1);
  }
  return {
    population,
    cascades: roots.length,
    roots: Int32Array.from(roots),
    age: Float64Array.from(members, (share) => asOf - (at[share] as number)),
    cascade: Int32Array.from(cascade),
    ...lagsOf(forest, order, asOf, memberOf),
    ...(areLinksUnknown(countLinks(forest, { asOf })) && { linksUnknown: true }),
  };
}

/** All shares, those of one seeder's cascades together; null where they stand so already. */
export function byCluster(forest: ForestShape): Int32Array | null {
  const { seeder } = forest;
  return seeder === undefined
    ? null
    : Int32Array.from(seeder.keys()).sort((a, b) => (seeder[a] ?? a) - (seeder[b] ?? b) || a - b);
}

function lagsOf(
  { size, at, parent }: ForestShape,
  order: Int32Array | null,
  asOf: number,
  memberOf: Int32Array,
) {
  const lag = new Float64Array(size);
  const member = new Int32Array(size);
  const mistimed = new Uint8Array(size);
  let seen = 0;
  for (let i = 0; i < size; i++) {
    const share = order === null ? i : (order[i] as number);
    const above = parent[share] as number;
    if (above === -1 || memberOf[above] === -1 || (at[share] as number) > asOf) continue;
    const measured = (at[share] as number) - (at[above] as number);
    lag[seen] = Math.max(0, measured);
    member[seen] = memberOf[above] as number;
    mistimed[seen] = measured < -MOST_SKEW ? 1 : 0;
    seen += 1;
  }
  return {
    lag: lag.subarray(0, seen),
    parent: member.subarray(0, seen),
    mistimed: mistimed.subarray(0, seen),
  };
}

/**
 * The age up to which enough shares were watched to say how many children they have: ten of them, from three
 * cascades. Of a sample with fewer than that, all must have been watched.
 * @returns milliseconds, at most the horizon; 0 for an empty sample
 */
export function kReach(sample: Pick<LagSample, "age" | "cascade" | "cascades">, horizon: number): number {
  const oldest = new Float64Array(sample.cascades);
  for (let share = 0; share < sample.age.length; share++) {
    const of = sample.cascade[share] as number;
    oldest[of] = Math.max(oldest[of] as number, sample.age[share] as number);
  }
  return Math.min(horizon, nthLargest(sample.age, LEAST_SHARES), nthLargest(oldest, LEAST_CASCADES));
}

/** The n-th largest of the values, or the smallest when there are fewer; 0 of none. */
function nthLargest(values: Float64Array, n: number): number {
  const largest: number[] = [];
  for (const value of values) {
    if (largest.length === n && value <= (largest[n - 1] as number)) continue;
    if (largest.length === n) largest.pop();
    const place = largest.findIndex((other) => other < value);
    largest.splice(place === -1 ? largest.length : place, 0, value);
  }
  return largest.at(-1) ?? 0;
}
