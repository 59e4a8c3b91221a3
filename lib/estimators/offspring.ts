import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { CountHistogram, ExposureGroup } from "#lib/stats/negative-binomial/sample.ts";
import type { LagCdf } from "./lag-distribution.ts";
import { LEAST_PARENTS, type OffspringFit, offspringFit } from "./offspring-fit.ts";

/** Effective shares this close count as one group, by their mean. */
const GROUPS = 500;
/** A share with children has been watched, if only for an instant. */
const LEAST_EXPOSURE = 1e-9;

/**
 * Children of every share that are born by `asOf` and within the horizon after it, so that old shares are
 * not credited with what young ones had no time for; a child earlier than its parent counts as born at once.
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 */
export function offspringCounts(
  { size, parent, at }: ForestShape,
  asOf: number,
  horizon: number,
): Int32Array {
  const counts = new Int32Array(size);
  for (let share = 0; share < size; share++) {
    const above = parent[share] ?? -1;
    const born = at[share] ?? 0;
    if (above === -1 || born > asOf || born - (at[above] ?? 0) > horizon) continue;
    counts[above] = (counts[above] ?? 0) + 1;
  }
  return counts;
}

/**
 * How many mature sharers have how many children (METRICS §4.1). A sharer is mature when it is at least as
 * old as the horizon; seeds are no sharers, orphans are. O(shares).
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 */
export function offspringHistogram(forest: ForestShape, asOf: number, horizon: number): CountHistogram {
  const counts = offspringCounts(forest, asOf, horizon);
  const histogram = new Map<number, number>();
  for (let share = 0; share < forest.size; share++) {
    if (asOf - (forest.at[share] ?? 0) < horizon || isSeed(forest, share)) continue;
    const count = counts[share] ?? 0;
    histogram.set(count, (histogram.get(count) ?? 0) + 1);
  }
  return histogram;
}

/** Sharers of any age, with the effective shares that their ages come to. */
interface OffspringSample {
  readonly histogram: CountHistogram;
  readonly groups: readonly ExposureGroup[];
}

/**
 * How many sharers have how many children, and how much of their time each was watched: e = F(min(age, A)),
 * grouped so that the fit takes no time per share (METRICS §4.2). O(shares).
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon A in milliseconds
 */
export function offspringSample(
  forest: ForestShape,
  asOf: number,
  horizon: number,
  lagCdf: LagCdf,
): OffspringSample {
  const counts = offspringCounts(forest, asOf, horizon);
  const histogram = new Map<number, number>();
  const exposures = new Float64Array(GROUPS + 1);
  const shares = new Float64Array(GROUPS + 1);
  const children = new Float64Array(GROUPS + 1);
  const add = (to: Float64Array, group: number, amount: number) => {
    to[group] = (to[group] ?? 0) + amount;
  };
  for (let share = 0; share < forest.size; share++) {
    const age = asOf - (forest.at[share] ?? 0);
    if (age < 0 || isSeed(forest, share)) continue;
    const count = counts[share] ?? 0;
    const exposure = Math.max(LEAST_EXPOSURE, age >= horizon ? 1 : lagCdf(age));
    const group = exposure === 1 ? GROUPS : Math.floor(exposure * GROUPS);
    histogram.set(count, (histogram.get(count) ?? 0) + 1);
    add(exposures, group, exposure);
    add(shares, group, 1);
    add(children, group, count);
  }
  const groups: ExposureGroup[] = [];
  shares.forEach((number, group) => {
    if (number === 0) return;
    groups.push({
      exposure: (exposures[group] ?? 0) / number,
      shares: number,
      children: children[group] ?? 0,
    });
  });
  return { histogram, groups };
}

export interface OffspringDistribution {
  /** Children of the mature sharers. */
  readonly mature: CountHistogram;
  readonly fit: OffspringFit;
  /** True: too few parents are mature, and the fit reads shares of any age by their effective shares. */
  readonly isAgeCorrected: boolean;
}

/**
 * Distribution of sharers' children as of an instant: fitted to mature sharers where ten of them have a
 * child, else to all (METRICS §4.1, §4.2).
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 */
export function offspringDistribution(
  forest: ForestShape,
  asOf: number,
  horizon: number,
  lagCdf: LagCdf,
): OffspringDistribution {
  const mature = offspringHistogram(forest, asOf, horizon);
  const fit = offspringFit(mature);
  if (fit.parents >= LEAST_PARENTS) return { mature, fit, isAgeCorrected: false };
  const { histogram, groups } = offspringSample(forest, asOf, horizon, lagCdf);
  const isAgeCorrected = groups.some(({ exposure }) => exposure < 1);
  return { mature, fit: isAgeCorrected ? offspringFit(histogram, groups) : fit, isAgeCorrected };
}
