import { quantile } from "#lib/stats/quantile.ts";
import type { PredictionInterval, SizeForecast } from "./live.ts";

/** A forecast and what came of it. */
interface Outcome {
  readonly forecast: SizeForecast;
  /** Shares in the end, root included. */
  readonly final: number;
}

/** How often intervals held the outcome, and how wide they were. */
interface IntervalScore {
  readonly coverage: number;
  /** Median of high / low. */
  readonly ratio: number;
}

/** Scores of forecasts of cascades that the fit has not seen. */
interface ForecastScores {
  readonly cascades: number;
  /** Median of |N̂ − N| / N. */
  readonly medianApe: number;
  /** Part of the forecasts within a factor 2 of the outcome. */
  readonly withinFactor2: number;
  /** Median of ln(N̂ / N); above 0 is too high. */
  readonly bias: number;
  readonly interval80: IntervalScore;
  /** Null when any forecast lacks the interval. */
  readonly interval95: IntervalScore | null;
}

/** Scores forecasts by the protocol of METRICS §8.4; null without any. Interval ends count as whole shares. */
export function evaluateForecast(outcomes: readonly Outcome[]): ForecastScores | null {
  if (outcomes.length === 0) return null;
  const logRatios = outcomes.map(({ forecast, final }) => Math.log(forecast.value / final));
  const wide = outcomes.flatMap(({ forecast: { interval95 } }) => (interval95 === null ? [] : [interval95]));
  return {
    cascades: outcomes.length,
    medianApe: median(outcomes.map(({ forecast, final }) => Math.abs(forecast.value - final) / final)),
    withinFactor2: part(logRatios, (ratio) => Math.abs(ratio) <= Math.LN2),
    bias: median(logRatios),
    interval80: scoreIntervals(
      outcomes.map(({ forecast }) => forecast.interval80),
      outcomes,
    ),
    interval95: wide.length < outcomes.length ? null : scoreIntervals(wide, outcomes),
  };
}

function scoreIntervals(
  intervals: readonly PredictionInterval[],
  outcomes: readonly Outcome[],
): IntervalScore {
  return {
    coverage: part(outcomes, ({ final }, i) => {
      const { low, high } = intervals[i] ?? { low: Number.NaN, high: Number.NaN };
      return Math.floor(low) <= final && final <= Math.ceil(high);
    }),
    ratio: median(intervals.map(({ low, high }) => high / low)),
  };
}

function median(values: readonly number[]): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

function part<T>(values: readonly T[], holds: (value: T, index: number) => boolean): number {
  return values.filter(holds).length / values.length;
}
