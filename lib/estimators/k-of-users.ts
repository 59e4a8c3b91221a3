import { disjointSets } from "#lib/cascade/disjoint-sets.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { CohortsInput } from "#lib/inputs/cohorts-input.ts";
import { gammaQuantile, gammaSurvival } from "#lib/stats/gamma.ts";
import { type CascadeCount, cascadeRatio } from "./cascade-ratio.ts";
import { clusteredK } from "./clustered-k.ts";

/** Counts of one calendar period. */
interface InviteCounts {
  /** Active users. */
  readonly users: number;
  readonly invites: number;
  /** Invites that became users. */
  readonly converted: number;
  /** Users (x) and those whom they brought (y) by cascade, where that is known. */
  readonly clusters?: readonly CascadeCount[];
}

/** Invites per user times conversions per invite; a period ratio, not corrected for age. */
interface KFactor {
  /** i; null without users. */
  readonly invitesPerUser: number | null;
  /** c; null without invites. */
  readonly conversionRate: number | null;
  /** i × c. Where no two cascades are known its interval takes conversions for Poisson counts: "optimistic". */
  readonly k: Estimate;
  /** P(K > 1); null without users. */
  readonly aboveOne: number | null;
}

/**
 * The K-factor of METRICS §2.7 (Skok 2009), its interval with every cascade left out in turn; where they are not known,
 * or there are no two, the gamma-Jeffreys one, Gamma(converted + 1/2)/users.
 */
export function kFactorOf({ users, invites, converted, clusters = [] }: InviteCounts): KFactor {
  const conversionRate = invites === 0 ? null : converted / invites;
  if (users === 0) {
    return { invitesPerUser: null, conversionRate, k: { value: null, why: "empty" }, aboveOne: null };
  }
  const shape = converted + 0.5;
  const poisson: Estimate = {
    value: converted / users,
    low: converted === 0 ? 0 : gammaQuantile(0.025, shape, users),
    high: gammaQuantile(0.975, shape, users),
    note: "optimistic",
  };
  return {
    invitesPerUser: invites / users,
    conversionRate,
    k: clusters.length > 1 && converted > 0 ? cascadeRatio(clusters) : poisson,
    aboveOne: gammaSurvival(1, shape, users),
  };
}

/**
 * Users at time t by the textbook: users0 (K^(t/cycle + 1) − 1)/(K − 1), and users0 (t/cycle + 1) at K = 1
 * (Skok 2009). For education: nothing saturates and the cycle is fixed.
 *
 * @param k children per user and cycle, >= 0
 * @param cycle length of a cycle, above 0
 * @param at time since the start, >= 0, in the unit of the cycle
 */
export function kFactorProjection(users0: number, k: number, cycle: number, at: number): number {
  const generations = at / cycle + 1;
  if (k === 1) return users0 * generations;
  // expm1 and log1p keep the digits that K^g − 1 and K − 1 lose near K = 1.
  return (users0 * Math.expm1(generations * Math.log1p(k - 1))) / (k - 1);
}

/** Whose K is asked for, and what has been seen. */
interface UserCohort {
  /** Users who joined from here up to but not at `to`; UTC milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Maturity horizon A in milliseconds. */
  readonly horizon: number;
  readonly asOf: number;
}

/**
 * User K (METRICS §2.1): new users brought by the users of a cohort within the horizon after these joined, over
 * the users of the cohort. Clusters of its interval are trees of users. "censored" until the youngest of the
 * cohort could be watched for the whole horizon.
 */
export function userKOf(
  { joinedAt, broughtBy }: Pick<CohortsInput, "joinedAt" | "broughtBy">,
  { from, to, horizon, asOf }: UserCohort,
): Estimate {
  const joined = (user: number) => joinedAt[user] ?? Number.NaN;
  const inCohort = (user: number) => joined(user) >= from && joined(user) < to;
  const trees = disjointSets();
  broughtBy.forEach((by, user) => {
    if (by !== -1) trees.union(String(user), String(by));
  });

  const counts = new Map<string, { x: number; y: number }>();
  const countOf = (user: number) => {
    const tree = trees.find(String(user));
    const count = counts.get(tree) ?? { x: 0, y: 0 };
    counts.set(tree, count);
    return count;
  };
  broughtBy.forEach((by, user) => {
    if (inCohort(user)) countOf(user).x += 1;
    if (by !== -1 && inCohort(by) && joined(user) - joined(by) <= horizon) countOf(by).y += 1;
  });
  if (counts.size === 0) return { value: null, why: "empty" };
  return to > asOf - horizon ? { value: null, why: "censored" } : clusteredK(counts.values());
}
