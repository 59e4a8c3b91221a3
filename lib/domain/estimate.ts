/**
 * Why there is no value: nothing happened, not enough of it, not watched for long enough, or K was not watched to
 * its horizon, which this needs.
 */
export type WhyNull = "empty" | "too-few" | "censored" | "too-early";

/** What a reader must know before leaning on a value. */
export type EstimateNote =
  | "nobody-reshared"
  | "one-cascade"
  | "few-cascades"
  | "no-children"
  | "shortened-horizon"
  | "assumed-kernel"
  | "heavier-tail"
  | "unbounded"
  | "optimistic"
  | "imprecise"
  | "no-clear-growth"
  | "too-few-to-tell"
  | "links-unknown";

/**
 * A number with its 95 % interval, or the reason there is none. Unknown is a value (DESIGN §4): zero is
 * another, and NaN is none. Infinity may stand for a limit that the data do not bound.
 */
export type Estimate =
  | {
      readonly value: number;
      readonly low?: number;
      readonly high?: number;
      readonly note?: EstimateNote;
      /** Cascades of equal weight that would tell as much as those that the interval rests on. */
      readonly effective?: number;
      /** Age in milliseconds up to which children were counted, where that is short of the horizon. */
      readonly within?: number;
    }
  | {
      readonly value: null;
      readonly why: WhyNull;
      readonly note?: EstimateNote;
      /** What it is at least and at most, where that much is known. */
      readonly low?: number;
      readonly high?: number;
    };

/** Of a log in which every share that was brought has lost its parent. */
export const LINKS_UNKNOWN = {
  value: null,
  why: "too-few",
  note: "links-unknown",
} as const satisfies Estimate;
