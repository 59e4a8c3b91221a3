import type { DueForecast, DueScore } from "#db/forecasts/due-forecasts.ts";

/** What the forecasting thread is given. */
export interface ForecastingJob {
  readonly databasePath: string;
  readonly forecasts: readonly DueForecast[];
  readonly scores: readonly DueScore[];
}
