import { disjointSets } from "#lib/cascade/disjoint-sets.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { CohortsInput } from "#lib/inputs/cohorts-input.ts";
import { clusteredK } from "./clustered-k.ts";
import { clusteredSums } from "./clustered-sums.ts";

/** Whose K is asked for, and what has been seen. */
export interface UserCohort {
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
export function userK(
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
  return to > asOf - horizon ? { value: null, why: "censored" } : clusteredK(clusteredSums(counts.values()));
}
