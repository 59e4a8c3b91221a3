import type { ArmComparison } from "#lib/answers/arms/arm-comparison.ts";
import type { Estimate } from "#lib/domain/estimate.ts";

/** What stands on one side of a comparison: a campaign, its cascades of one channel, or one branch of a cascade. */
export type SideChoice =
  | { readonly kind: "campaign"; readonly campaignId: number }
  | { readonly kind: "channel"; readonly channel: string }
  | { readonly kind: "branch"; readonly code: string };

/** Shape, speed and yield of one side. */
export interface ComparedSide {
  readonly shares: number;
  readonly sharers: number;
  readonly cascades: number;
  /** Steps from the top to the farthest share. */
  readonly depth: number | null;
  readonly maxBreadth: number | null;
  /** Median over cascades of two shares and more; of a branch, its own. */
  readonly structuralVirality: number | null;
  readonly k: Estimate;
  readonly cycleTime: Estimate;
  readonly conversions: number;
  /** Conversions per share. */
  readonly conversionsPerShare: number | null;
  readonly value: number;
  /** The most used first. */
  readonly channels: readonly { readonly channel: string; readonly shares: number }[];
  /** Mean shares of a cascade by an age, over the cascades that are that old; null when none is. */
  readonly growth: readonly (number | null)[];
}

/** Two sides beside each other. */
export interface Comparison {
  /** Ages of the growth curves, milliseconds. */
  readonly ages: readonly number[];
  readonly first: ComparedSide | null;
  readonly second: ComparedSide | null;
  /** Their tests by K and by what else both record (METRICS §7.1); the arms are named `first` and `second`. */
  readonly tests: readonly ArmComparison[];
  /** Shares are on both sides: there is nothing to test. */
  readonly overlaps: boolean;
}
