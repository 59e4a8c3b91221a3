import type { CascadeTimes } from "./cascade-times.ts";
import { countFeatures } from "./count-features.ts";
import { type ForecastModel, type ForecastTask, forecastModel } from "./forecast-model.ts";

/**
 * The count ridge of METRICS §8.2: a forecast from four counts and times.
 *
 * @param history finished cascades, at least 15, each as large at the task's age as those to be forecast
 */
export function fitCountForecast(history: readonly CascadeTimes[], task: ForecastTask): ForecastModel {
  return forecastModel(history, task, (cascade) => countFeatures(cascade, task.age));
}
