import { overPeriod } from "#lib/answers/answer.ts";
import { reachedPeople } from "#lib/answers/selection/reached-people.ts";
import { partOfPeople, reachedRate } from "#lib/answers/selection/reached-rate.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { EVENT_KINDS, RATING_ROLES, type RatingRole } from "#lib/domain/event.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import { compensatedSum } from "#lib/stats/sum.ts";
import { DAY } from "#lib/time/lengths.ts";

const LEAST_RATINGS = 10;
const LEAST_PEOPLE = 30;
const [SHARE, CONVERSION] = [EVENT_KINDS.indexOf("share"), EVENT_KINDS.indexOf("conversion")];

/** Answers to "was it worth it?" from one side. */
export interface RatingPanel {
  readonly ratings: number;
  /** Its interval takes the answers for independent. */
  readonly mean: Estimate;
  /** How many gave each score, from the lowest of the scale on. */
  readonly scores: readonly number[];
}

/**
 * What receivers make of it: by the interval of their mean rating against the middle of the scale; without ten
 * ratings, by whether more of the people brought pass it on than take it up, beyond the intervals.
 */
export type ValueVerdict = "convinces" | "spreads-only" | "unclear" | "too-few";

export interface ValueAnswer {
  readonly sender: RatingPanel & {
    readonly sharers: number;
    /** Part of the people reached who shared since. */
    readonly shareRate: Estimate;
    /** Part of the sharers of the stretch who have shared more than once by now. */
    readonly repeatRate: Estimate;
    /** Part of them who did something a day or more after their first share. */
    readonly stayRate: Estimate;
  };
  readonly receiver: RatingPanel & {
    /** People whom a share brought. */
    readonly people: number;
    readonly conversionRate: Estimate;
    readonly reshareRate: Estimate;
    /** Mean value of a conversion in the campaign's currency; null without one that states it. */
    readonly valuePerConversion: number | null;
  };
  readonly verdict: ValueVerdict;
  /** Scores that can be given: 1 to 5, or 0 to 10 where one lies outside. */
  readonly scale: ScoreScale;
}

interface ScoreScale {
  readonly low: number;
  readonly high: number;
}

/** Is it worth it for both sides (DESIGN §1)? */
export function analyseValue(selection: Selection): ValueAnswer {
  const reached = reachedPeople(selection);
  const { activity } = selection;
  const brought: number[] = [];
  reached.broughtBy.forEach((by, i) => {
    if (by !== -1) brought.push(i);
  });
  const partOf = (holds: Uint8Array, among?: readonly number[]) =>
    partOfPeople(reached.cascade, holds, among);
  const { cascade, repeated, stayed } = sharersOf(selection);
  const scale = scaleOf(selection);
  const receiver = {
    ...ratingsOf(selection, "receiver", scale),
    people: brought.length,
    conversionRate: reachedRate(activity, "converted", () => partOf(reached.hasConverted, brought)),
    reshareRate: reachedRate(activity, "shared", () => partOf(reached.hasShared, brought)),
    valuePerConversion: meanValue(selection),
  };
  return {
    sender: {
      ...ratingsOf(selection, "sender", scale),
      sharers: cascade.length,
      shareRate: reachedRate(activity, "shared", () => partOf(reached.hasShared)),
      repeatRate: partOfPeople(cascade, repeated),
      stayRate: partOfPeople(cascade, stayed),
    },
    ...{ receiver, scale },
    verdict: verdictOf(receiver, (scale.low + scale.high) / 2),
  };
}

/** Scores of 0 to 10 are allowed; most ask for 1 to 5. */
function scaleOf({ activity }: Selection): ScoreScale {
  for (let event = 0; event < activity.size; event++) {
    const score = activity.score[event] ?? 0;
    if (activity.role[event] !== -1 && (score < 1 || score > 5)) return { low: 0, high: 10 };
  }
  return { low: 1, high: 5 };
}

function ratingsOf(
  { activity, events }: Selection,
  role: RatingRole,
  { low, high }: ScoreScale,
): RatingPanel {
  const number = RATING_ROLES.indexOf(role);
  const given = [...events].filter((event) => activity.role[event] === number);
  const scores = given.map((event) => activity.score[event] ?? 0);
  const counts = Array.from(
    { length: high - low + 1 },
    (_, i) => scores.filter((score) => Math.round(score) === low + i).length,
  );
  return { ratings: scores.length, mean: meanOf(scores, { low, high }), scores: counts };
}

function meanOf(scores: readonly number[], scale: ScoreScale): Estimate {
  const n = scores.length;
  if (n === 0) return { value: null, why: "empty" };
  if (n < LEAST_RATINGS) return { value: null, why: "too-few" };
  const mean = compensatedSum(scores) / n;
  const error = Math.sqrt(compensatedSum(scores.map((score) => (score - mean) ** 2)) / (n - 1) / n);
  const half = tQuantile(0.975, n - 1) * error;
  return { value: mean, low: Math.max(scale.low, mean - half), high: Math.min(scale.high, mean + half) };
}

/** Who shared, each with the root of the cascade of their first share asked about, and what they did since. */
function sharersOf({ activity, forest, events, asOf }: Selection): {
  cascade: Int32Array;
  repeated: Uint8Array;
  stayed: Uint8Array;
} {
  const cascadeOf = new Map<number, number>();
  for (const event of events) {
    const person = activity.person[event] ?? 0;
    if (activity.kind[event] !== SHARE || cascadeOf.has(person)) continue;
    const node = activity.share[event] ?? -1;
    cascadeOf.set(person, node === -1 ? -1 : clusterOf(forest, node));
  }
  const people = [...cascadeOf.keys()];
  const shares = new Uint32Array(activity.persons);
  const firstShare = new Float64Array(activity.persons).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(activity.persons);
  for (let event = 0; event < activity.size; event++) {
    const [person, at] = [activity.person[event] ?? 0, activity.at[event] ?? 0];
    if (at > asOf) break;
    last[person] = at;
    if (activity.kind[event] !== SHARE) continue;
    shares[person] = (shares[person] ?? 0) + 1;
    firstShare[person] = Math.min(firstShare[person] ?? at, at);
  }
  const flagged = (has: (person: number) => boolean) =>
    Uint8Array.from(people, (person) => (has(person) ? 1 : 0));
  return {
    cascade: Int32Array.from(cascadeOf.values()),
    repeated: flagged((person) => (shares[person] ?? 0) > 1),
    stayed: flagged((person) => (last[person] ?? 0) - (firstShare[person] ?? 0) >= DAY),
  };
}

function meanValue({ activity, events }: Selection): number | null {
  const values = [...events]
    .filter((event) => activity.kind[event] === CONVERSION && (activity.value[event] ?? 0) > 0)
    .map((event) => activity.value[event] ?? 0);
  return values.length === 0 ? null : compensatedSum(values) / values.length;
}

function verdictOf(receiver: ValueAnswer["receiver"], middle: number): ValueVerdict {
  const { people, mean, reshareRate, conversionRate } = receiver;
  // What receivers say counts before what their doing lets guess.
  if (mean.value !== null && (mean.high ?? mean.value) < middle) return "spreads-only";
  if (mean.value !== null) return (mean.low ?? mean.value) > middle ? "convinces" : "unclear";
  if (people < LEAST_PEOPLE || reshareRate.value === null || conversionRate.value === null) return "too-few";
  if ((reshareRate.low ?? 0) > (conversionRate.high ?? 1)) return "spreads-only";
  return (conversionRate.low ?? 0) > (reshareRate.high ?? 1) ? "convinces" : "unclear";
}

/** The Value page's answer. */
export const valueAnswer = overPeriod(analyseValue);
