import type { Estimate } from "#lib/domain/estimate.ts";

/** What may be said about K and 1. */
export type ThresholdVerdict = "sustains" | "does-not" | "unclear" | "too-early" | "unknown";

/**
 * Whether the spread keeps itself going: the range of K against 1 decides, never the point alone (METRICS §2.9).
 * K within an age short of the horizon can only grow on, so of a young campaign nothing may be said but that it
 * already sustains itself.
 */
export function thresholdVerdict(k: Estimate): ThresholdVerdict {
  if (k.value === null || (k.low === undefined && k.high === undefined)) return "unknown";
  const { low = 0, high = Number.POSITIVE_INFINITY, within } = k;
  if (low > 1) return "sustains";
  if (within !== undefined) return "too-early";
  return high < 1 ? "does-not" : "unclear";
}
