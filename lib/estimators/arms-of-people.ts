import type { ArmsHistory } from "./standing-arms.ts";

/** Somebody whom a cascade of an arm reached, and when something came of it. */
export interface ReachedOnce {
  readonly arm: number;
  readonly cluster: number;
  /** UTC milliseconds. */
  readonly at: number;
}

/** What came of somebody reached: as often as it did, each with its worth. */
export interface Outcome extends ReachedOnce {
  readonly worth: number;
}

/**
 * Arms compared by what comes of the people whom their cascades reach: x are people, y is what they brought.
 * @param clusters of each arm
 * @param outcomes of people who had been reached by then
 */
export function armsOfPeople(
  clusters: readonly number[],
  reached: readonly ReachedOnce[],
  outcomes: readonly Outcome[],
): ArmsHistory {
  const counts = clusters.map((length) => Array.from({ length }, () => ({ x: 0, y: 0 })));
  const spread = clusters.map(() => 0);
  const people = reached.toSorted((a, b) => a.at - b.at);
  const came = outcomes.toSorted((a, b) => a.at - b.at);
  let [nextPerson, nextOutcome, worth] = [0, 0, 0];
  const moveTo = (asOf: number) => {
    for (let one = people[nextPerson]; one !== undefined && one.at <= asOf; one = people[++nextPerson]) {
      const count = counts[one.arm]?.[one.cluster];
      if (count === undefined) continue;
      if (count.x === 0) spread[one.arm] = (spread[one.arm] ?? 0) + 1;
      count.x += 1;
    }
    for (let one = came[nextOutcome]; one !== undefined && one.at <= asOf; one = came[++nextOutcome]) {
      const count = counts[one.arm]?.[one.cluster];
      worth += one.worth;
      if (count !== undefined) count.y += one.worth;
    }
  };
  return {
    arms: clusters.length,
    most: (arm, asOf) => {
      moveTo(asOf);
      return spread[arm] ?? 0;
    },
    at: (asked, asOf) => {
      moveTo(asOf);
      const unit = worth === 0 ? 1 : worth / nextOutcome;
      const standing = asked.map((arm) => (counts[arm] ?? []).map(({ x, y }) => ({ x, y: y / unit })));
      return { unit, counts: standing, pooledLags: false, within: null };
    },
  };
}
