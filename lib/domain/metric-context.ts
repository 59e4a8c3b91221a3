/** As of when a number is asked, and up to which age of a share its children are counted. */
export interface MetricContext {
  /** UTC milliseconds; only events up to here are in the inputs. */
  readonly asOf: number;
  /** Maturity horizon A in milliseconds: children are counted up to this age of their parent. */
  readonly horizon: number;
  /** Up to when reports can be expected to be in: R now and growth leave out what is later. `asOf` when left out. */
  readonly completeUntil?: number;
}
