import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import type { CountHistogram } from "#lib/stats/negative-binomial/sample.ts";
import type { OffspringShares } from "./dispersion.ts";
import type { LagsInput } from "./interval.ts";
import type { LagCdf } from "./lag-distribution.ts";
import type { LagSample } from "./lag-sample.ts";
import { LEAST_PARENTS, type OffspringFit, offspringFit } from "./offspring-fit.ts";
import { OffspringTally } from "./offspring-tally.ts";

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

/** How many sharers have how many children. */
function histogramOf({ count }: OffspringShares): CountHistogram {
  const histogram = new Map<number, number>();
  for (let share = 0; share < count.length; share++) {
    const children = count[share] ?? 0;
    histogram.set(children, (histogram.get(children) ?? 0) + 1);
  }
  return histogram;
}

/**
 * How many mature sharers have how many children (METRICS §4.1). A sharer is mature when it is at least as
 * old as the horizon; seeds are no sharers, orphans are. O(shares).
 * @param horizon maturity horizon in milliseconds
 */
export function offspringHistogram(sharers: LagSample, horizon: number): CountHistogram {
  return histogramOf(
    matureOf(
      sharers,
      offspringShares(sharers, horizon, () => 1),
      horizon,
    ),
  );
}

/**
 * Children of every share of a sample that were born within the horizon, and the part e = F(min(age, A)) of its time
 * for which it was watched (METRICS §4.2). O(shares).
 * @param horizon maturity horizon A in milliseconds
 */
export function offspringShares(
  { age, lag, parent, cascade, cascades }: LagSample,
  horizon: number,
  lagCdf: LagCdf,
): OffspringShares {
  const count = new Int32Array(age.length);
  lag.forEach((born, child) => {
    const above = parent[child] ?? 0;
    if (born <= horizon) count[above] = (count[above] ?? 0) + 1;
  });
  const exposure = age.map((one) => (one >= horizon ? 1 : Math.max(LEAST_EXPOSURE, lagCdf(one))));
  return { count, exposure, cascade, cascades };
}

/** Those that are as old as the horizon, their cascades numbered anew. */
function matureOf({ age }: LagSample, shares: OffspringShares, horizon: number): OffspringShares {
  const count: number[] = [];
  const cascade: number[] = [];
  let latest = -1;
  let cascades = 0;
  for (let share = 0; share < age.length; share++) {
    if ((age[share] ?? 0) < horizon) continue;
    const own = shares.cascade[share] ?? 0;
    if (own !== latest) cascades += 1;
    latest = own;
    count.push(shares.count[share] ?? 0);
    cascade.push(cascades - 1);
  }
  return { count, exposure: new Float64Array(count.length).fill(1), cascade, cascades };
}

/** Of sharers none of whose parents is known: that none has a child is then no news. */
const UNKNOWN: OffspringFit = {
  shares: 0,
  children: 0,
  parents: 0,
  isHeavier: false,
  model: null,
  reproduction: LINKS_UNKNOWN,
  dispersion: LINKS_UNKNOWN,
};

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
 * @param horizon maturity horizon in milliseconds
 */
export function offspringDistribution(
  { sharers, interval }: Pick<LagsInput, "sharers" | "interval">,
  horizon: number,
): OffspringDistribution {
  const all = offspringShares(sharers, horizon, interval.cdf);
  const grown = matureOf(sharers, all, horizon);
  const mature = histogramOf(grown);
  const isUnknown = sharers.linksUnknown === true;
  const fit = isUnknown ? UNKNOWN : offspringFit(mature, { shares: grown });
  if (isUnknown || fit.parents >= LEAST_PARENTS) return { mature, fit, isAgeCorrected: false };
  const tally = new OffspringTally();
  for (let share = 0; share < all.count.length; share++)
    tally.add(all.count[share] ?? 0, all.exposure[share] ?? 1, 1);
  const groups = tally.groups();
  // By age, as shares may be due all their children long before the horizon.
  const isAgeCorrected = all.count.length > grown.count.length;
  return {
    mature,
    fit: isAgeCorrected ? offspringFit(tally.histogram, { groups, shares: all }) : fit,
    isAgeCorrected,
  };
}
