/** What a list of cascades can be ordered by. */
export const CASCADE_SORTS = [
  "size",
  "sharers",
  "depth",
  "breadth",
  "virality",
  "started",
  "duration",
  "speed",
] as const;
export type CascadeSort = (typeof CASCADE_SORTS)[number];

/** As rows of figures, or as small pictures of their shape. */
export const CASCADE_VIEWS = ["list", "forest"] as const;
export type CascadeView = (typeof CASCADE_VIEWS)[number];

export const SORT_ORDERS = ["desc", "asc"] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Which cascades of a campaign to list, and in what order. */
export interface CascadeFilter {
  readonly sort: CascadeSort;
  readonly order: SortOrder;
  readonly view?: CascadeView;
  /** Channel of the root. */
  readonly channel?: string | undefined;
  readonly minSize?: number | undefined;
  /** True: grown from a seed; false: provisional trees of orphans; absent: both. */
  readonly seeded?: boolean | undefined;
  /** The question of the page as an address writes it, without the question mark; links keep it. */
  readonly asked?: string | undefined;
  /** From 1. */
  readonly page: number;
}
