import type { Estimate } from "#lib/domain/estimate.ts";

export type SustainVerdict = "sustains" | "may" | "does-not" | "unknown";

/** Whether the spread keeps itself going: K's interval against 1 decides, never the point alone. */
export function sustainVerdict(k: Estimate): SustainVerdict {
  if (k.value === null || (k.low === undefined && k.high === undefined)) return "unknown";
  const { low, high } = k;
  if (high !== undefined && high < 1) return "does-not";
  if (low !== undefined && low > 1) return "sustains";
  return "may";
}
