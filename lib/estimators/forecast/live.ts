import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import type { ForecastModel } from "./ridge.ts";

/** How interest fades without a history to tell, as the θ of a rate like t^-(1+θ). */
const FAST = 1.5;
const SLOW = 0.3;

/** A prediction interval, in shares; not rounded. */
export interface PredictionInterval {
  readonly low: number;
  readonly high: number;
}

/** How many shares there will be. */
export interface SizeForecast {
  /** Shares, not rounded; a median rather than a mean. */
  readonly value: number;
  readonly interval80: PredictionInterval;
  /** Null until the history has the 39 cascades that a 95 % interval needs. */
  readonly interval95: PredictionInterval | null;
}

/** A forecast of a live cascade. */
interface LiveForecast extends SizeForecast {
  /** Nothing like it is in the model's history: past errors do not speak of it, so its intervals are not to be shown. */
  readonly isUnlike: boolean;
}

/** Why a cascade has no forecast: it has fewer than two shares. */
export interface NoForecast {
  readonly value: null;
  readonly why: "too-few";
}

/** A cascade under a model: its size as a function of where its error stands among those of the past. */
interface PlacedCascade {
  /** Shares at the model's age, root included. */
  readonly seen: number;
  /** Final size for a standardised error z; 0 gives the point forecast. Never below `seen`. */
  readonly sizeAt: (z: number) => number;
  /** The standardised error at which the cascade ends with this many shares, more than `seen`. */
  readonly zOf: (size: number) => number;
}

/** Places a cascade, at least as old as the model's age, under a model; null when it has one share by then. */
function placeCascade(model: ForecastModel, cascade: CascadeTimes): PlacedCascade | null {
  const seen = countAtMost(cascade.times, model.age);
  if (seen < 2) return null;
  const features = model.features(cascade);
  const expected = Math.max(0, model.size.predict(features));
  const scale = Math.exp(model.scale.predict(Float64Array.of(...features, expected)));
  return {
    seen,
    sizeAt: (z) => seen + Math.expm1(Math.max(0, expected + scale * z)),
    zOf: (size) => (Math.log1p(size - seen) - expected) / scale,
  };
}

/**
 * The size of a cascade at the model's horizon, forecast from what it did by the model's age, with conformal
 * prediction intervals: for cascades exchangeable with the history they cover about their nominal share.
 *
 * @param cascade at least as old as `model.age`; what came later is not read
 */
export function forecastCascade(model: ForecastModel, cascade: CascadeTimes): SizeForecast | NoForecast {
  const placed = placeCascade(model, cascade);
  if (placed === null) return { value: null, why: "too-few" };
  const value = placed.sizeAt(0);
  // An interval holds its point, even when all past errors lie on one side.
  const between = ([low, high]: readonly [number, number]): PredictionInterval => ({
    low: Math.min(value, placed.sizeAt(low)),
    high: Math.max(value, placed.sizeAt(high)),
  });
  const ends95 = conformalEnds(model.z, 0.025);
  const interval80 = between(conformalEnds(model.z, 0.1) ?? [Number.NEGATIVE_INFINITY, Infinity]);
  return { value, interval80, interval95: ends95 && between(ends95) };
}

/** The errors at ranks p(m + 1), rounded down, and (1 − p)(m + 1), rounded up; null when m is too small for p. */
function conformalEnds(z: Float64Array, p: number): [number, number] | null {
  const m = z.length;
  // The tolerance keeps 0.025 · 40, a rounding below 1, at rank 1.
  const rank = Math.floor(p * (m + 1) + 1e-9);
  if (rank < 1) return null;
  return [z[rank - 1] ?? 0, z[m - rank] ?? 0];
}

/**
 * The forecast of a live cascade by a model for an age that it has passed. What came since is not read by the
 * model, but no cascade ends smaller than it is.
 * @param age of the cascade now, milliseconds
 */
export function forecastLive(
  model: ForecastModel,
  cascade: CascadeTimes,
  age: number,
): LiveForecast | NoForecast {
  const forecast = forecastCascade(model, cascade);
  if (forecast.value === null) return forecast;
  const isUnlike = model.noveltyOf(model.features(cascade)).isUnlike;
  const size = countAtMost(cascade.times, age);
  const raise = ({ low, high }: PredictionInterval) => ({
    low: Math.max(size, low),
    high: Math.max(size, high),
  });
  return {
    value: Math.max(size, forecast.value),
    interval80: raise(forecast.interval80),
    interval95: forecast.interval95 && raise(forecast.interval95),
    isUnlike,
  };
}

/**
 * Probability that a cascade has at least `goal` shares at the model's horizon: the share of past standardised
 * errors at or above the one that would bring it there (METRICS §8.3). Null for a cascade of one share.
 *
 * @param goal shares, root included
 */
export function goalProbability(model: ForecastModel, cascade: CascadeTimes, goal: number): number | null {
  const placed = placeCascade(model, cascade);
  if (placed === null) return null;
  if (goal <= placed.seen) return 1;
  const needed = placed.zOf(goal);
  return model.z.filter((z) => z >= needed).length / model.z.length;
}

/** What can be said of a cascade without a history. Scenarios, not a prediction interval. */
interface DecayScenarios {
  /** Shares by the age, root included. */
  readonly seen: number;
  /** Shares in the second half of the age. */
  readonly pace: number;
  /** Shares in the end, when interest fades fast. */
  readonly fast: number;
  /** Shares in the end, when interest fades slowly. */
  readonly slow: number;
}

/**
 * Where a cascade ends when shares arrive at a rate like t^-(1+θ) from half its age on, for a fast and a slow θ:
 * n + #(T/2, T] / (2^θ − 1) (METRICS §8.2). Null for fewer than two shares.
 *
 * @param age milliseconds since the root
 */
export function decayScenarios({ times }: CascadeTimes, age: number): DecayScenarios | null {
  const seen = countAtMost(times, age);
  if (seen < 2) return null;
  const pace = seen - countAtMost(times, age / 2);
  const ending = (theta: number) => seen + pace / (2 ** theta - 1);
  return { seen, pace, fast: ending(FAST), slow: ending(SLOW) };
}
