import type { Interval } from "./interval.ts";

/** The two arms of a running comparison as they stood at one look. */
export interface Look {
  /** ln of the ratio of the arms, or difference of their logits. */
  readonly theta: number;
  /** Its variance, above 0. */
  readonly variance: number;
  /** Effective cascades of the arm that has fewer. */
  readonly effective: number;
}

/** What may be said at a look, given all looks before it; on the scale of `theta`. */
export interface Evidence extends Interval {
  /** Always-valid: the least over the looks so far. */
  readonly p: number;
  /** No value lies in the ranges of all looks: the ends are those of this one alone. */
  readonly changed: boolean;
}

/** Effective cascades in each arm from which on a look counts (METRICS §7.1). */
export const LEAST_EFFECTIVE = 10;
/** Standard deviation of the log ratios mixed over: where the sequence is sharpest. */
const TAU_SQUARED = 0.5 ** 2;
const LEVEL = 0.05;

/**
 * The always-valid p and the confidence sequence of a comparison that is looked at again and again, by mixing
 * likelihood ratios over normal log ratios: whenever one stops looking, the chance that a true equality was ever
 * excluded is at most 5 % (METRICS §7.1). A look counts from 10 effective cascades in each arm.
 *
 * Sources: Robbins 1970; Howard et al. 2021; Waudby-Smith et al. 2024.
 *
 * @returns one for each look, null before the first that counts
 */
export function confidenceSequence(looks: readonly Look[]): (Evidence | null)[] {
  let seen: { p: number; low: number; high: number } | null = null;
  return looks.map(({ theta, variance, effective }) => {
    if (effective < LEAST_EFFECTIVE) return seen === null ? null : evidenceOf(seen, seen);
    const { p, low, high } = lookAlone(theta, 1 / variance);
    seen =
      seen === null
        ? { p: Math.min(1, p), low, high }
        : { p: Math.min(seen.p, p), low: Math.max(seen.low, low), high: Math.min(seen.high, high) };
    return evidenceOf(seen, { low, high });
  });
}

function evidenceOf({ p, low, high }: Interval & { p: number }, present: Interval): Evidence {
  return low <= high ? { p, low, high, changed: false } : { p, ...present, changed: true };
}

/** @param information 1/variance */
function lookAlone(theta: number, information: number): Interval & { p: number } {
  const spread = 1 + TAU_SQUARED * information;
  const logRatio =
    (theta * theta * information * information * TAU_SQUARED) / (2 * spread) - Math.log(spread) / 2;
  const width = Math.sqrt(
    (spread / (TAU_SQUARED * information * information)) * (2 * Math.log(1 / LEVEL) + Math.log(spread)),
  );
  return { p: Math.exp(-logRatio), low: theta - width, high: theta + width };
}
