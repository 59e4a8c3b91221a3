import { drawNormal } from "#lib/stats/draw.ts";
import { quantile } from "#lib/stats/quantile.ts";
import type { Random } from "#lib/stats/random.ts";
import { countAtMost, countBelow } from "#lib/stats/sorted-search.ts";
import { isUnlikeCampaigns } from "./campaign-novelty.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import type { PredictionInterval } from "./live.ts";
import { LEAST_HISTORY } from "./models.ts";
import { LEAST_CAMPAIGNS, type PastCampaigns } from "./past-campaigns.ts";
import { expectations, type ForecastSource, type Glance, glancesBack, type Replayed } from "./replay.ts";

/** A cascade that still grows, at the latest age of the grid that it has passed, with its shares by now. */
export interface GrowingCascade<C extends CascadeTimes> extends Glance<C> {
  readonly size: number;
}

/** Shares that a campaign's growing cascades will have together. */
export interface TotalForecast {
  /** Shares, not rounded; a median rather than a mean. */
  readonly value: number;
  /** Null where the campaign is unlike the past ones. */
  readonly interval80: PredictionInterval | null;
  readonly interval95: PredictionInterval | null;
  /** Of the final size, ascending; the part of them at or above a goal is its probability. None without intervals. */
  readonly draws: Float64Array;
  readonly isUnlike: boolean;
}

const DRAWS = 4000;
/** From so many campaigns on, their own errors give the 80 % interval, and the 95 % interval. */
const LEAST_FOR_80 = 15;
const LEAST_FOR_95 = 39;

/**
 * What growing cascades will come to together, by how far such totals of past campaigns were from what a fit without
 * them expected (METRICS §8.4). Cascades of one campaign err together, so its campaign is the unit of uncertainty.
 *
 * From 15 campaigns on the ends are those of conformal prediction, ranks p(H + 1) of the errors of ln(1 + total to
 * come), between two ranks in proportion; before that, and for the 95 % interval before 39, they are simulated with an
 * error that all cascades share.
 *
 * @returns null where fewer than three campaigns or 15 cascades are there to learn from, or nothing grows
 */
export function forecastTotal<C extends CascadeTimes>(
  live: readonly GrowingCascade<C>[],
  { campaigns }: Pick<PastCampaigns<C>, "campaigns">,
  source: ForecastSource<C>,
  random: Random,
): TotalForecast | null {
  const isEnough = campaigns.length >= LEAST_CAMPAIGNS && source.history.length >= LEAST_HISTORY;
  if (!isEnough || live.length === 0) return null;
  const numberOf = new Map(campaigns.flatMap((cascades, i) => cascades.map((cascade) => [cascade, i])));
  const expected = expectations(source, numberOf);
  const ages = live.map(({ age }) => age);
  const glances = campaigns.map((cascades) => glancesBack(cascades, ages));
  const past = glances.map((some) => some.map(expected.ofPast));
  const parts = live.map((one) => ({ ...one, ...expected.ofLive(one) }));
  const draws =
    past.length < LEAST_FOR_80 ? simulated(parts, past, random) : Float64Array.from(conformal(parts, past));
  const simulation =
    past.length < LEAST_FOR_80 || past.length >= LEAST_FOR_95 ? draws : simulated(parts, past, random);
  const value = quantile(draws, 0.5);
  const around = ([low, high]: readonly [number, number]) => ({
    low: Math.min(value, low),
    high: Math.max(value, high),
  });
  const interval80 = around(endsOf(draws, 0.1));
  const wide = around(endsOf(simulation, 0.025));
  const interval95 = {
    low: Math.min(wide.low, interval80.low),
    high: Math.max(wide.high, interval80.high),
  };
  if (isUnlikeCampaigns(live, glances))
    return { value, interval80: null, interval95: null, draws: new Float64Array(), isUnlike: true };
  return { value, interval80, interval95, draws, isUnlike: false };
}

interface Part {
  readonly cascade: CascadeTimes;
  readonly age: number;
  readonly size: number;
  readonly expected: number;
  readonly scale: number;
}

/** Final size for the error of each past campaign's total, ascending. */
function conformal(parts: readonly Part[], past: readonly (readonly Replayed[])[]): number[] {
  const sum = (values: readonly number[]) => values.reduce((so, value) => so + Math.expm1(value), 0);
  const toCome = Math.log1p(sum(parts.map(({ expected }) => expected)));
  const [size, seen] = sizesOf(parts);
  return past
    .map((replayed) => {
      const outcome = Math.log1p(sum(replayed.map((one) => one.outcome)));
      return outcome - Math.log1p(sum(replayed.map((one) => one.expected)));
    })
    .sort((a, b) => a - b)
    .map((error) => Math.max(size, seen + Math.expm1(Math.max(0, toCome + error))));
}

function sizesOf(parts: readonly Part[]): [now: number, byTheirAges: number] {
  const seenOf = ({ cascade, age }: Part) => (age === 0 ? 1 : countAtMost(cascade.times, age));
  return parts.reduce(([now, seen], part) => [now + part.size, seen + seenOf(part)], [0, 0]);
}

/** Draws of the final size, ascending: Σ e^(y + B + e), B an error that all cascades of a campaign share. */
function simulated(
  parts: readonly Part[],
  past: readonly (readonly Replayed[])[],
  random: Random,
): Float64Array {
  const { deviation, errors } = sharedError(past);
  const seen = parts.map(({ cascade, age }) => (age === 0 ? 1 : countAtMost(cascade.times, age)));
  const all = [...errors.values()].flat();
  const pools = parts.map(({ age }) => errors.get(age) ?? all);
  const degrees = past.length - 1;
  return Float64Array.from({ length: DRAWS }, () => {
    const shared = deviation * drawStudent(random, degrees);
    return parts.reduce((sum, { size, expected, scale }, i) => {
      const pool = pools[i] ?? [0];
      const error = shared + scale * (pool[Math.floor(random.next() * pool.length)] ?? 0);
      return sum + Math.max(size, (seen[i] ?? 0) + Math.expm1(Math.max(0, expected + error)));
    }, 0);
  }).sort();
}

/** How far campaigns err as a whole, and their cascades about that, by age: one-way analysis of variance. */
function sharedError(past: readonly (readonly Replayed[])[]) {
  const campaigns = past.map((replayed) => {
    const errors = replayed.map(({ age, outcome, expected, scale }) => ({
      age,
      scale,
      error: outcome - expected,
    }));
    const mean = errors.reduce((sum, { error }) => sum + error, 0) / errors.length;
    return { mean, errors };
  });
  const [count, cascades] = [campaigns.length, campaigns.reduce((sum, { errors }) => sum + errors.length, 0)];
  const grand = campaigns.reduce((sum, { mean, errors }) => sum + mean * errors.length, 0) / cascades;
  let [within, between, squares] = [0, 0, 0];
  const inflation = Math.sqrt(cascades / Math.max(1, cascades - count));
  const pools = new Map<number, number[]>();
  for (const { mean, errors } of campaigns) {
    between += errors.length * (mean - grand) ** 2;
    squares += errors.length ** 2;
    for (const { age, scale, error } of errors) {
      within += (error - mean) ** 2;
      const pool = pools.get(age) ?? [];
      pool.push(((error - mean) / scale) * inflation);
      pools.set(age, pool);
    }
  }
  const size = (cascades - squares / cascades) / (count - 1);
  const noise = within / Math.max(1, cascades - count);
  const variance = Math.max(0, between / (count - 1) - noise) / size;
  return { deviation: Math.sqrt(variance * (1 + 1 / count)), errors: pools };
}

/** One draw from Student's t: a normal over the root of a mean of squares of as many as its degrees of freedom. */
function drawStudent(random: Random, degrees: number): number {
  const normal = drawNormal(random);
  let squares = 0;
  for (let i = 0; i < degrees; i++) squares += drawNormal(random) ** 2;
  return normal / Math.sqrt(squares / degrees);
}

/** The values at ranks p(m + 1) and (1 − p)(m + 1), between two of them in proportion; the outermost at most. */
function endsOf(sorted: Float64Array, p: number): [number, number] {
  const m = sorted.length;
  const at = (rank: number) => quantile(sorted, Math.min(1, Math.max(0, (rank - 1) / Math.max(1, m - 1))));
  return [at(p * (m + 1)), at((1 - p) * (m + 1))];
}

/**
 * Probability of ending with at least `goal` shares: the part of the draws that do. Draws cannot tell a rare
 * event from an impossible one, so the answer stays half a draw away from 0 and 1.
 *
 * @param draws of the final size, ascending
 * @returns null without draws
 */
export function probabilityOfTotal(draws: readonly number[], goal: number): number | null {
  if (draws.length === 0) return null;
  const half = 0.5 / draws.length;
  return Math.min(1 - half, Math.max(half, 1 - countBelow(draws, goal) / draws.length));
}
