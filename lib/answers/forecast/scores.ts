import type { IssuedForecast } from "#lib/domain/issued-forecast.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { logIntervalScore } from "#lib/stats/wis.ts";

/** Fewer scored forecasts than this say nothing of those to come. */
export const LEAST_SCORED = 20;

/** How forecasts of one age fared. */
export interface AgeScore {
  /** Milliseconds since the campaign's first seed; null: of all ages. */
  readonly age: number | null;
  /** Forecasts whose end is known. */
  readonly scored: number;
  /** Forecasts whose horizon has not passed. */
  readonly waiting: number;
  /** Null before 20 are scored. */
  readonly figures: ScoreFigures | null;
}

interface ScoreFigures {
  /** Part of the outcomes within the interval; null where none had one. */
  readonly coverage80: number | null;
  readonly coverage95: number | null;
  /** Mean weighted interval score on ln(1 + shares); null where none had an interval. */
  readonly wis: number | null;
  /** Median of |forecast − outcome| / outcome. */
  readonly medianApe: number;
}

/** What came of the forecasts issued in a workspace: of all, then by age. */
export type ForecastScores = readonly AgeScore[];

/** Scores issued forecasts (METRICS §8.4): all of them, then by age. */
export function scoreForecasts(issued: readonly IssuedForecast[]): ForecastScores {
  const ages = [...new Set(issued.map(({ age }) => age))].sort((a, b) => a - b);
  return [
    scoreOf(issued, null),
    ...ages.map((age) =>
      scoreOf(
        issued.filter((forecast) => forecast.age === age),
        age,
      ),
    ),
  ];
}

function scoreOf(issued: readonly IssuedForecast[], age: number | null): AgeScore {
  // What was taken back to the last share has no end to err by.
  const outcomes = issued.flatMap(({ observed, ...forecast }) =>
    observed === null || observed === 0 ? [] : [{ forecast, observed }],
  );
  const scored = outcomes.length;
  const waiting = issued.filter(({ observed }) => observed === null).length;
  if (scored < LEAST_SCORED) return { age, scored, waiting, figures: null };
  const errors = outcomes.map(({ forecast, observed }) => Math.abs(forecast.final - observed) / observed);
  const covered = (level: 0.8 | 0.95) =>
    outcomes.flatMap(({ forecast, observed }) => {
      const interval = intervalsOf(forecast).find((one) => one.level === level);
      // Ends count as whole shares, as they are shown.
      return interval === undefined
        ? []
        : Number(Math.floor(interval.low) <= observed && observed <= Math.ceil(interval.high));
    });
  const scores = outcomes.flatMap(({ forecast, observed }) => {
    const intervals = intervalsOf(forecast);
    return intervals.length === 0 ? [] : logIntervalScore(observed, forecast.final, intervals);
  });
  const figures = {
    coverage80: mean(covered(0.8)),
    coverage95: mean(covered(0.95)),
    wis: mean(scores),
    medianApe: quantile(Float64Array.from(errors).sort(), 0.5),
  };
  return { age, scored, waiting, figures };
}

function intervalsOf({ low80, high80, low95, high95 }: Omit<IssuedForecast, "observed">) {
  return [
    { level: 0.8, low: low80, high: high80 },
    { level: 0.95, low: low95, high: high95 },
  ].flatMap(({ level, low, high }) => (low === null || high === null ? [] : [{ level, low, high }]));
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
