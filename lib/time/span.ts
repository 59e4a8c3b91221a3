/** A stretch of time, UTC milliseconds; `to` is the first instant after it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
