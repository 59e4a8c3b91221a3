import type { Estimate } from "#lib/domain/estimate.ts";
import { wilsonInterval } from "#lib/stats/proportions.ts";

/** A part of independent cases with its Wilson interval (METRICS §7); "empty" without a case. */
export function proportionEstimate(having: number, cases: number): Estimate {
  const interval = wilsonInterval(having, cases);
  return interval === null ? { value: null, why: "empty" } : { value: having / cases, ...interval };
}
