import { activityClock, type ZoneOffset } from "./activity-clock.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { countFeatures } from "./count-features.ts";
import { type ForecastModel, type ForecastTask, forecastModel } from "./forecast-model.ts";
import { fullFeatures } from "./full-features.ts";

/** Columns whose curvature the full version adds: ln n, shares in the second half, silence since the last. */
const PRODUCTS = [
  [0, 0],
  [0, 1],
  [0, 3],
  [1, 3],
] as const;

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
