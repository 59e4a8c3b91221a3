import type { ForecastMethod } from "#lib/domain/forecast-method.ts";
import type { GrowthScenarios } from "#lib/estimators/forecast/still-grows.ts";
import type { ForecastScores } from "./scores.ts";

/** Sizes between which a campaign or cascade will end with 80 % and 95 % probability. */
export interface PredictionBand {
  readonly low80: number | null;
  readonly high80: number | null;
  readonly low95: number | null;
  readonly high95: number | null;
}

/** Where one cascade is going. */
export interface CascadeForecast {
  readonly root: string;
  /** UTC milliseconds. */
  readonly startedAt: number;
  /** Milliseconds since its root. */
  readonly age: number;
  /** Shares so far. */
  readonly size: number;
  readonly final: number;
  /** Without ends where it is unlike all past cascades. */
  readonly band: PredictionBand;
  /** Probability that it doubles its size from here; null without an interval. */
  readonly doubles: number | null;
  /** Two scenarios in the place of an interval; null where there is one. */
  readonly scenarios: Pick<Scenarios, "fading" | "lasting"> | null;
}

/** Two scenarios in the place of a prediction interval, and no such interval (METRICS §8.2, §8.4). */
export interface Scenarios {
  readonly size: number;
  /** Shares in the second half of the age. */
  readonly pace: number;
  readonly fading: number;
  readonly lasting: number;
}

/** What a campaign's total was learned from: finished campaigns, or blocks of cascades near in time. */
export interface ForecastBasis {
  readonly kind: "campaigns" | "blocks";
  readonly count: number;
}

/** Where a campaign is going. */
export interface CampaignTotal {
  readonly final: number;
  /** Without ends where the campaign is unlike anything seen here. */
  readonly band: PredictionBand;
  readonly isUnlike: boolean;
}

/** Everything the Forecast page shows of a campaign as of an instant. */
export interface CampaignForecast {
  readonly asOf: number;
  /** Final size is meant within this age of a cascade; milliseconds. */
  readonly horizon: number;
  readonly finished: number;
  readonly basis: ForecastBasis;
  readonly alive: number;
  /** Shares so far, all cascades. */
  readonly size: number;
  /** Null: nothing is alive, it still grows by itself, or there is too little history for a forecast. */
  readonly total: CampaignTotal | null;
  /** Draws of the campaign's final size, ascending; for the probability of any goal. Empty without an interval. */
  readonly draws: readonly number[];
  /** Set where the campaign still grows by itself: there is no forecast then. */
  readonly grows: GrowthScenarios | null;
  /** Set where something is alive and has no interval. */
  readonly scenarios: Scenarios | null;
  readonly method: ForecastMethod | null;
  readonly cascades: readonly CascadeForecast[];
  /** How far off forecasts of finished cascades of this workspace would have been: median |forecast − truth| / truth. */
  readonly medianError: number | null;
  /** What came of the forecasts that were issued in this workspace. */
  readonly scores: ForecastScores;
  /** Shares so far by time. UTC milliseconds. */
  readonly curve: readonly { readonly at: number; readonly size: number }[];
}
