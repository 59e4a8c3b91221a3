import type { ZoneOffset } from "./activity-clock.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { fitForecast } from "./fit-forecast.ts";
import type { ForecastModel } from "./forecast-model.ts";
import { gridAge } from "./grid-age.ts";

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
