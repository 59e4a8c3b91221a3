import type { Estimate } from "#lib/domain/estimate.ts";
import type { PairVerdict } from "#lib/estimators/comparison.ts";
import type { PoolingVerdict } from "#lib/estimators/pooled.ts";
import type { Measure } from "./arm-source.ts";

/** One arm: the cascades whose seeds share a channel or a variant, or one side of a page. */
export interface Arm {
  readonly name: string;
  /** Seeds planted, whether passed on or not. */
  readonly seeds: number;
  /** Cascades, those of one seeder as one, with anybody in them of whom the rate tells. */
  readonly cascades: number;
  /** Non-seed shares; or people whom the cascades reached. */
  readonly cases: number;
  /** Children of these shares within the horizon; or people who converted or shared; or what they were worth. */
  readonly events: number;
  /** K; or the part who converted or shared; or value a person. */
  readonly rate: Estimate;
  /** The rate drawn towards that of all arms (METRICS §2.10): what they are ranked by, from three with a range on. */
  readonly pooled: Estimate;
}

/** Two arms against each other (METRICS §7.1). */
export interface ArmPair {
  readonly first: string;
  readonly second: string;
  /** The second's rate over the first's. */
  readonly ratio: Estimate;
  readonly p: number | null;
  /** p after Holm's step-down over all pairs. */
  readonly adjusted: number | null;
  /** Which of the two is better, as far as the test allows to say. */
  readonly verdict: PairVerdict;
  /** Effective cascades of the arm that has fewer. */
  readonly effective: number;
  /** The ranges of earlier looks have nothing in common with the present one. */
  readonly changed: boolean;
  /** Both arms were allowed for by the lags of both, as one has too few of its own. */
  readonly pooledLags: boolean;
  /** Age in milliseconds up to which children were counted, where that is short of the horizon; else null. */
  readonly within: number | null;
}

/**
 * When arms are judged: at every look; on a day that was set before the start and has not come; or on such a day, as
 * things stood at its end.
 */
export type Judging =
  | { readonly kind: "running" }
  | { readonly kind: "awaited"; readonly day: string }
  | { readonly kind: "judged"; readonly day: string };

/** What it would take to see a difference, from how unlike the cascades in hand are (METRICS §7.2). */
export interface ArmPlan {
  /** Cascades to plant in each of two arms to find a ratio of 1.2 four times in five. */
  readonly perArm: number;
  /** The ratio that the cascades planted in the two largest arms find so often; null with fewer than two arms. */
  readonly found: number | null;
  /** Cascades planted in these two. */
  readonly planted: number;
  /** For parts held out: cascades to plant in the part and in the rest, for the same. */
  readonly holdouts: readonly { readonly share: number; readonly held: number; readonly seeded: number }[];
}

/** Whether and between which arms a rate differs. */
export interface ArmComparison {
  readonly by: "channel" | "variant" | "side";
  readonly measure: Measure;
  readonly judging: Judging;
  /** By the pooled rate; by the rate itself where too few arms have a range, by name where all are alike. */
  readonly arms: readonly Arm[];
  readonly pooling: PoolingVerdict;
  /** One permutation test over three arms and more on the day set; else null. */
  readonly overall: number | null;
  readonly pairs: readonly ArmPair[];
  /** Null without a spread between cascades to plan with. */
  readonly plan: ArmPlan | null;
}

/** Whether the seeds were split over the variants as planned (METRICS §7.1). */
export interface SplitCheck {
  readonly arms: readonly { readonly name: string; readonly seeds: number; readonly weight: number }[];
  readonly p: number | null;
  /** So unlikely that something is wrong with how the seeds are dealt. */
  readonly isBroken: boolean;
}
