/** Length of a step of time in a chart. */
export type Grain = "hour" | "day";

/** Generations drawn apart: seeds, first, second, third and later, and all below an orphan, whose depth nobody knows. */
export const GENERATION_BANDS = 5;

/** Shares of one step of time. */
export interface StepCount {
  /** What the zone's clock shows at the start of the step, as if it were UTC, in milliseconds. */
  readonly clock: number;
  /** Its first instant, UTC milliseconds. */
  readonly from: number;
  /** Shares by generation, GENERATION_BANDS of them. */
  readonly counts: readonly number[];
}
