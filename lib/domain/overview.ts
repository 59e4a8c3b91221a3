import type { Estimate } from "./estimate.ts";

/** The figures at the head of a campaign. Null is "not known yet", never zero. */
export interface Overview {
  readonly shares: number;
  readonly seeds: number;
  /** Shares whose stated parent is unknown; they stand as provisional roots. */
  readonly orphans: number;
  /** Distinct persons who shared. */
  readonly reach: number;
  readonly k: Estimate;
  /** Steps from a root to the farthest share. */
  readonly depth: number | null;
  /** Median over cascades of two shares and more (Goel et al. 2016). */
  readonly medianVirality: number | null;
  /** Part of the non-seed shares that hang directly on a seed, 0 to 1. */
  readonly directShare: number | null;
  /** UTC milliseconds. */
  readonly firstShareAt: number | null;
  readonly lastShareAt: number | null;
  /** What did not fit: rows of files put aside, links earlier than their parent, links cut for closing a cycle. */
  readonly setAside: { readonly quarantined: number; readonly skews: number; readonly cuts: number };
}
