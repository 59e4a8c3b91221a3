import type { Estimate } from "#lib/domain/estimate.ts";

/** One arm: the cascades whose seeds share a channel or a variant. */
export interface Arm {
  readonly name: string;
  readonly cascades: number;
  /** Non-seed shares, and their children. */
  readonly shares: number;
  readonly children: number;
  readonly k: Estimate;
}

/** Two arms against each other (METRICS §7); p-values are adjusted for the number of pairs (Holm). */
export interface ArmPair {
  readonly first: string;
  readonly second: string;
  /** K of the second over K of the first. */
  readonly ratio: Estimate;
  readonly p: number | null;
  readonly adjusted: number | null;
  /** Which of the two spreads better, as far as the data allow to say. */
  readonly verdict: "first" | "second" | "unclear" | "too-few";
}

/** Whether and between which arms K differs. */
export interface ArmComparison {
  readonly by: "channel" | "variant";
  /** The largest K first. */
  readonly arms: readonly Arm[];
  /** One permutation test over all arms; null with fewer than two arms of five cascades. */
  readonly overall: number | null;
  readonly pairs: readonly ArmPair[];
  /** Cascades per arm that a difference of a fifth would need; null without a spread to plan with. */
  readonly needed: number | null;
}
