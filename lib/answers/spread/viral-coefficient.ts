import type { Estimate } from "#lib/domain/estimate.ts";
import type { Mode } from "#lib/domain/event.ts";

/** Children of the shares born in one stretch of time (METRICS §2.3). Times are UTC milliseconds. */
export interface CohortRow {
  readonly from: number;
  readonly to: number;
  readonly shares: number;
  readonly children: number;
  /** Sum over the shares of the part of their children that is born by now. */
  readonly effective: number;
  /** Children so far over shares; null without shares. */
  readonly naive: number | null;
  readonly corrected: Estimate;
  /** Less than a fifth of the children are born: the row may still move a lot. */
  readonly isImmature: boolean;
}

/** One change of K (METRICS §2.5). */
export interface KChangeAt {
  /** Start of the first cohort after it, UTC milliseconds. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** R_t of one window of time (METRICS §2.4); null where the window holds no news. */
export interface RtPoint {
  readonly from: number;
  readonly to: number;
  readonly r: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** Cascades of equal weight that would make up the exposure as well. */
  readonly cascades: number;
  /** Probability that R_t exceeds 1; null also where children are counted to less than the horizon. */
  readonly aboveOne: number | null;
  /** Fewer than 11 children or 3 effective cascades to be expected, or reports still on their way. */
  readonly isGrey: boolean;
  /** Whether reports of the window can be expected to be in (METRICS §2.11). R now is the last one of which they are. */
  readonly isComplete: boolean;
}

/** How long children take (METRICS §3.1). Milliseconds. */
export interface CycleTime {
  readonly median: Estimate;
  readonly lowerQuartile: number | null;
  readonly upperQuartile: number | null;
  /** Parent-to-child times seen. */
  readonly lags: number;
  /** Part of the children by the time they took, on bins that double; 0 to 1. */
  readonly histogram: readonly { readonly from: number; readonly to: number; readonly part: number }[];
  /** True: too few lags, and an assumed kernel stands in for F. */
  readonly isAssumed: boolean;
}

/** Who passes it on how often (METRICS §4.1 to 4.3), over mature shares that are no seeds. */
export interface Offspring {
  readonly shares: number;
  /** Part of them without a child, 0..1; null without shares. */
  readonly withoutChild: number | null;
  readonly dispersion: Estimate;
  /** Smallest part of the shares that brings 80 % of the children. */
  readonly concentration80: Estimate;
  /** Probability that one share leads to ten more and beyond. */
  readonly tenMore: Estimate;
  /** P(X ≥ x) as counted and as the fitted negative binomial has it, for x = 0, 1, 2, …; thinned at the far end. */
  readonly tail: readonly {
    readonly children: number;
    readonly seen: number;
    readonly fitted: number | null;
  }[];
  /** The data spread wider than the model: do not read tails off it. */
  readonly isHeavier: boolean;
}

/** Children per share at one depth (METRICS §2.6). */
export interface GenerationRow {
  readonly generation: number;
  /** Whether all later generations are counted in. */
  readonly andLater: boolean;
  readonly shares: number;
  readonly children: number;
  readonly k: Estimate;
}

/** Everything the Viral-coefficient page shows of a campaign as of an instant. */
export interface ViralCoefficient {
  /** UTC milliseconds. */
  readonly asOf: number;
  /** Maturity horizon in milliseconds. */
  readonly horizon: number;
  /** Sharer reproduction number, and the age up to which it could be watched. */
  readonly k: Estimate;
  readonly reachedAge: number;
  /** Children over shares, uncorrected; null without sharers. */
  readonly naive: number | null;
  readonly k0: Estimate;
  readonly sharers: number;
  readonly seeds: number;
  readonly cascades: number;
  readonly cohortGrain: "hour" | "day" | "week";
  readonly cohorts: readonly CohortRow[];
  /** Shares after the stretch of time that R_t and the cohorts are drawn over. */
  readonly later: number;
  readonly rt: readonly RtPoint[];
  /** Age up to which R_t counts children, where that is short of the horizon; milliseconds. */
  readonly rtWithin: number | null;
  /** Ratio of K from one cohort to the next, and what its interval alone allows to say. */
  readonly trend: {
    readonly ratio: Estimate;
    readonly verdict: "rising" | "falling" | "unclear" | "survivors" | "too-few";
    /** When K changed, and from what to what; "unclear" where no change is seen, null where there is too little to ask. */
    readonly change: KChangeAt | "unclear" | null;
  };
  /** K so far as visits per share × visitors who share × shares of each; null where visits are not known. */
  readonly factors: {
    readonly visitsPerShare: number | null;
    readonly shareRate: number | null;
    readonly sharesPerSharer: number | null;
  };
  readonly modes: readonly { readonly mode: Mode; readonly shares: number; readonly k: Estimate }[];
  readonly cycle: CycleTime;
  readonly offspring: Offspring;
  readonly generations: readonly GenerationRow[];
}
