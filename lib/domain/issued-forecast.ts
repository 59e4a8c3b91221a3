/** A forecast of a campaign's total as it was issued, and what came of it. */
export interface IssuedForecast {
  /** Milliseconds since the campaign's first seed. */
  readonly age: number;
  readonly final: number;
  /** Null where it had a point and no interval. */
  readonly low80: number | null;
  readonly high80: number | null;
  readonly low95: number | null;
  readonly high95: number | null;
  /** Shares in the end; null while the horizon has not passed. */
  readonly observed: number | null;
}
