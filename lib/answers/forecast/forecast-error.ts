import { evaluateForecast } from "#lib/estimators/forecast/evaluation.ts";
import { forecastCascade } from "#lib/estimators/forecast/live.ts";
import { fitForecast } from "#lib/estimators/forecast/models.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { HOUR } from "#lib/time/lengths.ts";
import type { ForecastFrame, PastCascade } from "./live-cascades.ts";

const LEAST_HISTORY = 60;
const AGE = 6 * HOUR;

/**
 * How far off forecasts of this history would have been: fitted on its older half, six hours after the root, and
 * held against what became of the newer half. Median of |forecast − truth| / truth; null with too little history.
 */
export function forecastError(
  history: readonly PastCascade[],
  { horizon, offset }: Pick<ForecastFrame, "horizon" | "offset">,
): number | null {
  if (history.length < LEAST_HISTORY || horizon <= AGE) return null;
  const byAge = history.toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const middle = Math.floor(byAge.length / 2);
  const model = fitForecast(byAge.slice(0, middle), { age: AGE, horizon }, offset);
  if (model === null) return null;
  const outcomes = byAge.slice(middle).flatMap((cascade) => {
    const forecast = forecastCascade(model, cascade);
    return forecast.value === null ? [] : [{ forecast, final: countAtMost(cascade.times, horizon) }];
  });
  return evaluateForecast(outcomes)?.medianApe ?? null;
}
