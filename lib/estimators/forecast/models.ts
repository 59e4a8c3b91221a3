import { countAtMost } from "#lib/stats/sorted-search.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { activityClock, countFeatures, fullFeatures, type ZoneOffset } from "./features.ts";
import { type ForecastModel, type ForecastTask, forecastModel } from "./ridge.ts";

/** 15 and 30 minutes, 1, 2, 3, 6 and 12 hours, 1, 2, 4 and 7 days (METRICS §8.2), in milliseconds. */
const AGES = [
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  7 * DAY,
];
/** Fewest past cascades that give an interval at all (METRICS §8.2, §11). */
export const LEAST_HISTORY = 15;
/** From here on the full version beats the count ridge at every age measured. */
const LEAST_FULL_HISTORY = 250;
/** A cascade of its root alone says nothing of its pace. */
const LEAST_SHARES = 2;
/** Columns whose curvature the full version adds: ln n, shares in the second half, silence since the last. */
const PRODUCTS = [
  [0, 0],
  [0, 1],
  [0, 3],
  [1, 3],
] as const;

/**
 * Models for live cascades of any age, each fitted on first use: cascades are cut at the latest age of the
 * grid that they have passed, so that many share one model.
 * @param history finished cascades
 * @param horizon milliseconds
 * @returns model for an age, or null when the cascade is too young, finished, or the history too short
 */
export function forecastModels(
  history: readonly CascadeTimes[],
  horizon: number,
  offset: ZoneOffset,
): (age: number) => ForecastModel | null {
  const models = new Map<number, ForecastModel | null>();
  return (cascadeAge) => {
    const age = gridAge(cascadeAge);
    if (age === null || age >= horizon) return null;
    let model = models.get(age);
    if (model === undefined) {
      model = fitForecast(history, { age, horizon }, offset);
      models.set(age, model);
    }
    return model;
  };
}

/**
 * The latest age of the grid that a cascade of this age has passed; null before the first. Cutting cascades
 * there lets many share one fitted model, at the price of what each did since.
 */
export function gridAge(age: number): number | null {
  return AGES.findLast((passed) => passed <= age) ?? null;
}

/**
 * The default forecast: the count ridge, from 250 past cascades on the full version; null with fewer than 15,
 * when only scenarios can be shown (`decayScenarios`). Past cascades count when they had two shares at `age`.
 *
 * @param history finished cascades (`finishedCascades`), in any order that is always the same
 * @param offset of the audience's zone
 * @throws RangeError with enough history, unless `task.age` lies between 0 and `task.horizon`
 */
export function fitForecast(
  history: readonly CascadeTimes[],
  task: ForecastTask,
  offset: ZoneOffset,
): ForecastModel | null {
  const eligible = history.filter(({ times }) => countAtMost(times, task.age) >= LEAST_SHARES);
  if (eligible.length < LEAST_HISTORY) return null;
  if (eligible.length < LEAST_FULL_HISTORY) return fitCountForecast(eligible, task);
  return fitFullForecast(eligible, task, offset);
}

/**
 * The count ridge of METRICS §8.2: a forecast from four counts and times.
 *
 * @param history finished cascades, at least 15, each as large at the task's age as those to be forecast
 */
export function fitCountForecast(history: readonly CascadeTimes[], task: ForecastTask): ForecastModel {
  return forecastModel(history, task, (cascade) => countFeatures(cascade, task.age));
}

/**
 * The full version of METRICS §8.2: counts, the tree so far, the local clock, and products of the standardised
 * counts.
 *
 * @param history finished cascades, by the spec at least 250, each as large at the task's age as those to be forecast
 * @param offset of the audience's zone
 */
export function fitFullForecast(
  history: readonly CascadeTimes[],
  task: ForecastTask,
  offset: ZoneOffset,
): ForecastModel {
  const clock = { offset, activity: activityClock(history, offset) };
  const counts = history.map((cascade) => countFeatures(cascade, task.age));
  const standardise = [0, 1, 2, 3].map((column) => standardiser(counts.map((row) => row[column] ?? 0)));
  return forecastModel(history, task, (cascade) => {
    const row = fullFeatures(cascade, task.age, clock);
    const z = standardise.map((toZ, column) => toZ(row[column] ?? 0));
    return Float64Array.of(...row, ...PRODUCTS.map(([a, b]) => (z[a] ?? 0) * (z[b] ?? 0)));
  });
}

function standardiser(values: readonly number[]): (value: number) => number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance) || 1;
  return (value) => (value - mean) / deviation;
}
