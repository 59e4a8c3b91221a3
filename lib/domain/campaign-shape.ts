/** How some cascades are shaped, and what did not fit. Null is "not known yet", never zero. */
export interface CampaignShape {
  readonly cascades: number;
  readonly shares: number;
  readonly seeds: number;
  /** Shares whose stated parent is unknown; they stand as provisional roots. */
  readonly orphans: number;
  /** Distinct people who shared. */
  readonly sharers: number;
  /** Steps from a root to the farthest share. */
  readonly depth: number | null;
  /** Median over cascades of two shares and more that began with a seed (Goel et al. 2016). */
  readonly medianVirality: number | null;
  /** Part of the shares that are no seeds which hang directly on a seed, 0 to 1. */
  readonly directShare: number | null;
  /** Links earlier than their parent, and links cut for closing a cycle. */
  readonly skews: number;
  readonly cuts: number;
}
