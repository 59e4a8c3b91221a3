import { tQuantile } from "#lib/stats/t-quantile.ts";

/** Sums over the cascades of a campaign that hold at least one non-seed share. */
export interface CascadeSums {
  /** Number of those cascades. */
  readonly cascades: number;
  /** Σx, x = non-seed shares of a cascade. */
  readonly x: number;
  /** Σy, y = children of those shares. */
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Why an interval is missing, one-sided or not to be leant on. */
export type KNote = "nobody-reshared" | "one-cascade" | "no-children" | "few-cascades";

/** Children per non-seed share, with its 95 % interval where one exists. */
export interface ClusteredK {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly note: KNote | null;
}

/** Upper 95 % limit of a Poisson mean when nothing was counted, −ln 0.05 rounded (the rule of three). */
const RULE_OF_THREE = 3;
const FEW_CASCADES = 5;

/**
 * K so far as the ratio Σy/Σx, cascades as clusters: se² = M/(M−1) Σ(y−Kx)² / (Σx)², interval
 * K·exp(±t_{M−1} se/K). It equals the mean cumulative function once every share is mature
 * (Lawless and Nadeau 1995).
 */
export function clusteredK(sums: CascadeSums): ClusteredK {
  const { cascades, x, y } = sums;
  if (x === 0) return { value: null, low: null, high: null, note: "nobody-reshared" };
  const value = y / x;
  if (y === 0) return { value, low: 0, high: RULE_OF_THREE / x, note: "no-children" };
  if (cascades < 2) return { value, low: null, high: null, note: "one-cascade" };
  // Rounding may leave a residue just below zero when every cascade has the same ratio.
  const residual = Math.max(0, sums.yy - 2 * value * sums.xy + value * value * sums.xx);
  const error = Math.sqrt((cascades / (cascades - 1)) * residual) / x;
  const factor = Math.exp((tQuantile(cascades - 1) * error) / value);
  const note = cascades < FEW_CASCADES ? "few-cascades" : null;
  return { value, low: value / factor, high: value * factor, note };
}
