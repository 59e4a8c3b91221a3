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
  readonly band: PredictionBand;
  /** Probability that it doubles its size from here; null without an interval. */
  readonly doubles: number | null;
}

/** Two scenarios for a young workspace; not a prediction interval (METRICS §8.2, cold start). */
export interface ColdStart {
  readonly size: number;
  /** Shares in the second half of the age. */
  readonly pace: number;
  readonly fading: number;
  readonly lasting: number;
}

/** Everything the Forecast page shows of a campaign as of an instant. */
export interface CampaignForecast {
  readonly asOf: number;
  /** Final size is meant within this age of a cascade; milliseconds. */
  readonly horizon: number;
  readonly finished: number;
  readonly alive: number;
  /** Shares so far, all cascades. */
  readonly size: number;
  /** Null: nothing is alive, or too little history for a forecast. */
  readonly total: { readonly final: number; readonly band: PredictionBand } | null;
  /** Draws of the campaign's final size, ascending; for the probability of any goal. Empty without a forecast. */
  readonly draws: readonly number[];
  readonly coldStart: ColdStart | null;
  readonly method: "count-ridge" | "full" | null;
  readonly cascades: readonly CascadeForecast[];
  /** How far off earlier forecasts of this workspace would have been: median |forecast − truth| / truth. */
  readonly medianError: number | null;
  /** Shares so far by time. UTC milliseconds. */
  readonly curve: readonly { readonly at: number; readonly size: number }[];
}
