import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";
import { forecastCascade } from "./forecast-cascade.ts";
import type { ForecastModel } from "./forecast-model.ts";
import type { NoForecast, PredictionInterval, SizeForecast } from "./size-forecast.ts";

/**
 * The forecast of a live cascade by a model for an age that it has passed. What came since is not read by the
 * model, but no cascade ends smaller than it is.
 * @param age of the cascade now, milliseconds
 */
export function forecastLive(
  model: ForecastModel,
  cascade: CascadeTimes,
  age: number,
): SizeForecast | NoForecast {
  const forecast = forecastCascade(model, cascade);
  if (forecast.value === null) return forecast;
  const size = countUntil(cascade.times, age);
  const raise = ({ low, high }: PredictionInterval) => ({
    low: Math.max(size, low),
    high: Math.max(size, high),
  });
  return {
    value: Math.max(size, forecast.value),
    interval80: raise(forecast.interval80),
    interval95: forecast.interval95 && raise(forecast.interval95),
  };
}
