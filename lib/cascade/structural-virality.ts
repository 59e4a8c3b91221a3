/** Sums of one cascade; `sumSubtree` and `sumSubtreeSq` run over its non-root nodes. */
interface CascadeSums {
  /** Shares n, root included. */
  readonly size: number;
  /** A: sum of subtree sizes. */
  readonly sumSubtree: number;
  /** B: sum of squared subtree sizes. */
  readonly sumSubtreeSq: number;
}

/**
 * Structural virality: the mean distance, in links, over all pairs of shares of one cascade. Near 2 for one
 * broadcast, large for person-to-person chains.
 *
 * The link above a subtree of s nodes lies on s (n - s) of the paths, so the distances sum to W = nA - B, and
 * the mean 2W / (n (n - 1)) is 2 (A - B/n) / (n - 1). This form keeps clear of the product nA, which exceeds
 * 2^53 from a path of about 260,000 nodes.
 *
 * Null for fewer than two shares: there is no pair.
 *
 * Source: Goel, Anderson, Hofman and Watts, "The structural virality of online diffusion", Management Science
 * 62(1), 2016.
 */
export function structuralVirality({ size, sumSubtree, sumSubtreeSq }: CascadeSums): number | null {
  if (size < 2) return null;
  return (2 * (sumSubtree - sumSubtreeSq / size)) / (size - 1);
}
