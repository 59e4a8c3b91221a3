import type { Estimate, EstimateNote } from "#lib/domain/estimate.ts";
import { normalQuantile } from "#lib/stats/normal.ts";
import { wilsonInterval } from "#lib/stats/proportions.ts";

/** Upper 95 % limit of a Poisson mean when nothing was counted, −ln 0.05 rounded (the rule of three). */
export const RULE_OF_THREE = 3;
/** An end of a ratio above this says only that there is none (METRICS §5.1). */
const NO_END = 1e6;
const FEW_CASCADES = 5;
const FEW_EFFECTIVE = 3;

/**
 * What to say of an interval that rests on so many cascades; nothing from five on that tell as much as three.
 * @param effective cascades of equal weight that would tell as much
 */
export function clusteredNote(cascades: number, effective: number): { readonly note?: EstimateNote } {
  if (cascades < 2) return { note: "one-cascade" };
  return cascades < FEW_CASCADES || effective < FEW_EFFECTIVE ? { note: "few-cascades" } : {};
}

/** The upper end of a ratio, infinite where the data set none. */
export function openEnd(high: number): number {
  return high > NO_END ? Number.POSITIVE_INFINITY : high;
}

/**
 * K of one cascade, which has only the spread of its own shares to go by: `K·exp(±z se/K)`.
 * @param se shares taken as independent; null where even that is not known
 */
export function withinOneCascade(value: number, se: number | null): Estimate {
  if (se === null) return { value, note: "one-cascade" };
  const factor = Math.exp((normalQuantile(0.975) * se) / value);
  return { value, note: "one-cascade", low: value / factor, high: openEnd(value * factor) };
}

/**
 * K of shares that have no child.
 * @param shares as many as could have been seen to have one, above 0
 */
export function childless(shares: number): Estimate {
  return { value: 0, low: 0, high: openEnd(RULE_OF_THREE / shares), note: "no-children" };
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
