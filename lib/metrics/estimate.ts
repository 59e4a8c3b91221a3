/** Why there is no value: nothing happened, not enough of it, or not watched for long enough. */
export type WhyNull = "empty" | "too-few" | "censored";

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
  | "optimistic";

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
    }
  | { readonly value: null; readonly why: WhyNull; readonly note?: EstimateNote };
