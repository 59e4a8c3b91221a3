import type { Estimate } from "#lib/domain/estimate.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import { compensatedSum } from "#lib/stats/sum.ts";

const FEW_CASCADES = 5;

/**
 * Mean over cascades m with its 95 % interval m·exp(±t_{M−1} se/m), se the standard error of a mean. One
 * cascade, or a mean of 0, has no interval.
 * @param values one per cascade, 0 or above
 */
export function logTMean(values: readonly number[]): Estimate {
  const cascades = values.length;
  if (cascades === 0) return { value: null, why: "empty" };
  const mean = compensatedSum(values) / cascades;
  if (cascades === 1) return { value: mean, note: "one-cascade" };
  const note = cascades < FEW_CASCADES ? ({ note: "few-cascades" } as const) : {};
  if (mean === 0) return { value: 0, ...note };
  const squares = compensatedSum(values.map((value) => (value - mean) ** 2));
  const error = Math.sqrt(squares / (cascades - 1) / cascades);
  const factor = Math.exp((tQuantile(0.975, cascades - 1) * error) / mean);
  return { value: mean, low: mean / factor, high: mean * factor, ...note };
}
