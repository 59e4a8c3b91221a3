import type { Estimate } from "#lib/domain/estimate.ts";
import {
  confidenceSequence,
  type Evidence,
  LEAST_EFFECTIVE,
  type Look,
} from "#lib/stats/confidence-sequence.ts";
import { jackknife } from "#lib/stats/jackknife.ts";
import { holm } from "#lib/stats/multiple-testing.ts";
import { type Cluster, permutationTest } from "#lib/stats/permutation.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import { logRatio } from "./cascade-ratio.ts";
import type { ArmsHistory, StandingArms } from "./standing-arms.ts";

/** With fewer cascades in an arm the ratio is not shown, though p is. */
const LEAST_FOR_RATIO = 5;
const SIGNIFICANT = 0.05;

/** What may be said of two arms. */
export type PairVerdict = "first" | "second" | "unclear" | "too-few";

/** Two arms of a comparison, by their index. */
export interface PairOfArms extends Pick<StandingArms, "pooledLags" | "within"> {
  readonly a: number;
  readonly b: number;
  /** B over A, its 95 % interval for the kind of comparison that it is. */
  readonly ratio: Estimate;
  /** Two-sided, before allowing for the other pairs; null where there is none. */
  readonly p: number | null;
  /** The same after Holm's step-down over all pairs that have one. */
  readonly adjusted: number | null;
  readonly verdict: PairVerdict;
  /** Effective cascades of the arm that has fewer. */
  readonly effective: number;
  /** The ranges of earlier looks have nothing in common: the present one stands alone. */
  readonly changed: boolean;
}

/** Arms compared. */
export interface ComparedArms {
  /** One permutation over all arms that can be tested; null while looks may follow, or for fewer than two. */
  readonly overall: number | null;
  readonly pairs: readonly PairOfArms[];
}

type Judged = Omit<PairOfArms, "adjusted" | "verdict"> & { readonly difference: number | null };

/**
 * Compares arms on the day that was set for it beforehand (METRICS §7.1): whole clusters are dealt anew to one arm or
 * the other, at any size, and this permutation decides. The ratio stands beside its p, from five clusters in each arm.
 * @param day the end of that day, UTC milliseconds
 */
export function compareOnDay(history: ArmsHistory, day: number): ComparedArms {
  const testable = indexes(history.arms).filter((arm) => history.most(arm, day) >= 2);
  const overall = testable.length < 3 ? null : (permutationTest(history.at(testable, day).counts)?.p ?? null);
  return {
    overall,
    pairs: decided(
      pairsOf(history.arms).map(({ a, b }) => {
        const standing = history.at([a, b], day);
        const [one = [], two = []] = standing.counts;
        const test = permutationTest([one, two]);
        const found = ratioOf(one, two);
        return {
          ...{ a, b, ...linesOf(standing), p: test?.p ?? null },
          ratio: ratioAlone(found, Math.min(clustersOf(one), clustersOf(two))),
          difference: test === null ? null : leaningOf(one, two),
          effective: found?.effective ?? 0,
          changed: false,
        };
      }),
    ),
  };
}

/**
 * Compares arms while the comparison runs, looked at as often as one likes (METRICS §7.1): p and interval hold at all
 * looks together. Every look of the past is worked out anew from the events by then, so that the least p and the
 * common range are what they would be had somebody looked each time, and nothing needs to be stored.
 * @param looks instants in order, the present one last, UTC milliseconds
 */
export function compareRunning(history: ArmsHistory, looks: readonly number[]): ComparedArms {
  const pairs = pairsOf(history.arms).map((pair) => ({ ...pair, looks: [] as Look[] }));
  const now = looks.at(-1) ?? Number.NEGATIVE_INFINITY;
  for (const asOf of looks.slice(0, -1))
    for (const { a, b, looks: seen } of pairs) {
      // No arm has more effective clusters than clusters: most early looks cost nothing.
      if (Math.min(history.most(a, asOf), history.most(b, asOf)) < LEAST_EFFECTIVE) continue;
      const [one = [], two = []] = history.at([a, b], asOf).counts;
      const found = ratioOf(one, two);
      if (found !== null) seen.push(found);
    }
  return {
    overall: null,
    pairs: decided(
      pairs.map(({ a, b, looks: seen }) => {
        const standing = history.at([a, b], now);
        const [one = [], two = []] = standing.counts;
        const found = ratioOf(one, two);
        const evidence = confidenceSequence(found === null ? seen : [...seen, found]).at(-1) ?? null;
        return {
          ...{ a, b, ...linesOf(standing), p: evidence?.p ?? null },
          ratio: ratioByNow(found, evidence),
          difference: evidence === null ? null : sideOf(evidence),
          effective: found?.effective ?? 0,
          changed: evidence?.changed ?? false,
        };
      }),
    ),
  };
}

function linesOf({ pooledLags, within }: StandingArms) {
  return { pooledLags, within };
}

/** The words follow the test, which is adjusted for the number of pairs; the ratio only says which way. */
function decided(pairs: readonly Judged[]): PairOfArms[] {
  const adjusted = holm(pairs.flatMap(({ p }) => (p === null ? [] : [p]))).values();
  return pairs.map(({ difference, ...pair }) => {
    const p = pair.p === null ? null : (adjusted.next().value ?? null);
    return { ...pair, adjusted: p, verdict: verdictOf(p, difference) };
  });
}

function verdictOf(p: number | null, difference: number | null): PairVerdict {
  if (p === null || difference === null) return "too-few";
  if (p >= SIGNIFICANT || difference === 0) return "unclear";
  return difference > 0 ? "second" : "first";
}

/** ln of the ratio of two arms as one look at it, with its degrees of freedom. */
interface RatioOfArms extends Look {
  readonly df: number;
}

/** Null where an arm has no y, or fewer than two clusters. */
function ratioOf(a: readonly Cluster[], b: readonly Cluster[]): RatioOfArms | null {
  const [one, two] = [logRatio(a), logRatio(b)];
  const [first, second] = [one && jackknife(one), two && jackknife(two)];
  if (one === null || two === null || first === null || second === null) return null;
  const variance = first.variance + second.variance;
  return {
    theta: two.theta - one.theta,
    variance,
    // Welch and Satterthwaite's.
    df: variance ** 2 / (first.variance ** 2 / first.df + second.variance ** 2 / second.df),
    effective: Math.min(first.effective, second.effective),
  };
}

const TOO_FEW: Estimate = { value: null, why: "too-few" };

function ratioAlone(found: RatioOfArms | null, fewest: number): Estimate {
  if (found === null || fewest < LEAST_FOR_RATIO) return TOO_FEW;
  const { theta, variance, df } = found;
  const width = tQuantile(0.975, df) * Math.sqrt(variance);
  return { value: Math.exp(theta), low: Math.exp(theta - width), high: Math.exp(theta + width) };
}

/** The ratio of the present look, or the value nearest to it that all looks leave; beside p, or not at all. */
function ratioByNow(found: RatioOfArms | null, evidence: Evidence | null): Estimate {
  if (found === null || evidence === null) return TOO_FEW;
  const [low, high] = [Math.exp(evidence.low), Math.exp(evidence.high)];
  return { value: Math.min(Math.max(Math.exp(found.theta), low), high), low, high };
}

/** On which side of no difference a range lies; 0 where it holds it. */
function sideOf({ low, high }: Evidence): number {
  if (low > 0) return 1;
  return high < 0 ? -1 : 0;
}

/** Which way two arms lie, where one may have no y at all. */
function leaningOf(a: readonly Cluster[], b: readonly Cluster[]): number {
  const rate = (clusters: readonly Cluster[]) =>
    clusters.reduce((sum, { y }) => sum + y, 0) / clusters.reduce((sum, { x }) => sum + x, 0);
  return rate(b) - rate(a);
}

function clustersOf(arm: readonly Cluster[]): number {
  return arm.filter(({ x }) => x > 0).length;
}

function indexes(arms: number): number[] {
  return Array.from({ length: arms }, (_, arm) => arm);
}

function pairsOf(arms: number): { a: number; b: number }[] {
  return indexes(arms).flatMap((a) => indexes(arms - a - 1).map((next) => ({ a, b: a + 1 + next })));
}
