/** A prediction interval, in shares; not rounded. */
export interface PredictionInterval {
  readonly low: number;
  readonly high: number;
}

/** How many shares there will be. */
export interface SizeForecast {
  /** Shares, not rounded; a median rather than a mean. */
  readonly value: number;
  readonly interval80: PredictionInterval;
  /** Null until the history has the 39 cascades that a 95 % interval needs. */
  readonly interval95: PredictionInterval | null;
}

/** Why a cascade has no forecast: it has fewer than two shares. */
export interface NoForecast {
  readonly value: null;
  readonly why: "too-few";
}
