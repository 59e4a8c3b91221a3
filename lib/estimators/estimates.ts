import type { Estimate, EstimateNote } from "#lib/domain/estimate.ts";
import { normalQuantile } from "#lib/stats/normal.ts";
import { wilsonInterval } from "#lib/stats/proportions.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import type { ClusteredError } from "./mean-cumulative-function.ts";

/** Upper 95 % limit of a Poisson mean when nothing was counted, −ln 0.05 rounded (the rule of three). */
export const RULE_OF_THREE = 3;
const FEW_CASCADES = 5;

/** What to say of an interval that rests on so many cascades; nothing from five on. */
export function clusteredNote(cascades: number): { readonly note?: EstimateNote } {
  if (cascades >= FEW_CASCADES) return {};
  return { note: cascades < 2 ? "one-cascade" : "few-cascades" };
}

/**
 * A positive value v, a K or a mean over cascades, with its 95 % interval `v·exp(±t_{M−1} se/v)`, cascades as
 * clusters. One cascade has only the spread of its own shares to go by, with the normal quantile, or no interval
 * at all.
 */
export function clusteredEstimate(
  value: number,
  { byShare, byCascade }: ClusteredError,
  cascades: number,
): Estimate {
  const labelled = { value, ...clusteredNote(cascades) };
  const se = cascades < 2 ? byShare : byCascade;
  if (se === null) return labelled;
  const spread = cascades < 2 ? normalQuantile(0.975) : tQuantile(0.975, cascades - 1);
  const factor = Math.exp((spread * se) / value);
  return { ...labelled, low: value / factor, high: value * factor };
}

/**
 * K of shares that have no child.
 * @param shares as many as could have been seen to have one, above 0
 */
export function childless(shares: number): Estimate {
  return { value: 0, low: 0, high: RULE_OF_THREE / shares, note: "no-children" };
}

/** Pushes a value and the ends of its interval through a monotone function, rising or falling. */
export function mapEstimate(estimate: Estimate, through: (value: number) => number): Estimate {
  if (estimate.value === null) return estimate;
  const mapped = { ...estimate, value: through(estimate.value) };
  const { low, high } = estimate;
  if (low === undefined || high === undefined) return mapped;
  const ends = [through(low), through(high)] as const;
  return { ...mapped, low: Math.min(...ends), high: Math.max(...ends) };
}

/** A part of independent cases with its Wilson interval (METRICS §7); "empty" without a case. */
export function proportionEstimate(having: number, cases: number): Estimate {
  const interval = wilsonInterval(having, cases);
  return interval === null ? { value: null, why: "empty" } : { value: having / cases, ...interval };
}
