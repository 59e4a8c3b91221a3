import type { Cluster } from "#lib/stats/permutation.ts";

/** The clusters of some arms as they stood at an instant, all measured alike. */
export interface StandingArms {
  /** What one y is worth: 1, or the mean value of what came so far, so that money counts as events do. */
  readonly unit: number;
  readonly counts: readonly (readonly Cluster[])[];
  /** The arms do not have lags enough to say when each one's children come: they share one distribution. */
  readonly pooledLags: boolean;
  /** Age in milliseconds up to which children were counted; null where nothing of the kind is. */
  readonly within: number | null;
}

/** A comparison of arms at any instant of its past, UTC milliseconds; to be asked in the order of time. */
export interface ArmsHistory {
  readonly arms: number;
  /** At most so many clusters of an arm can say anything by then. */
  most(arm: number, asOf: number): number;
  at(arms: readonly number[], asOf: number): StandingArms;
}
