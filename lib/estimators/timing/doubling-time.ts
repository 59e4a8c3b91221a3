import type { Estimate } from "#lib/domain/estimate.ts";

/** What a growth rate means in time, in steps of the rate. */
export type DoublingTime =
  | {
      readonly kind: "doubling" | "halving";
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }
  | {
      readonly kind: "unclear";
      /** Doubling takes longer than this; Infinity where the interval of the rate ends at 0. */
      readonly doublingAbove: number;
      /** Halving takes longer than this; Infinity where it begins at 0. */
      readonly halvingAbove: number;
    };

/**
 * Time to double, ln 2/r, or to halve, ln 2/|r|, with the interval of the rate turned round; "unclear" where that
 * interval contains 0 (METRICS §3.2).
 *
 * @param rate of `growthRate`
 * @returns null where the rate is unknown or has no interval
 */
export function doublingTime(rate: Estimate): DoublingTime | null {
  if (rate.value === null || rate.low === undefined || rate.high === undefined) return null;
  const { value, low, high } = rate;
  if (low > 0)
    return { kind: "doubling", value: Math.LN2 / value, low: Math.LN2 / high, high: Math.LN2 / low };
  if (high < 0)
    return { kind: "halving", value: Math.LN2 / -value, low: Math.LN2 / -low, high: Math.LN2 / -high };
  return {
    kind: "unclear",
    doublingAbove: Math.LN2 / Math.abs(high),
    halvingAbove: Math.LN2 / Math.abs(low),
  };
}
