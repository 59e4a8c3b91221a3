/**
 * Children per share of one sharer, drawn towards the mean of the workspace by as much as chance alone would
 * explain: (x + k)/(m + k/K), the mean of a gamma posterior (METRICS §6). Few shares say little, and rank so.
 * @param children x, 0 or above
 * @param effectiveShares m, the sharer's shares by the part of their time that was watched; 0 or above
 * @param k mean children of a share, 0 or above
 * @param dispersion of the offspring distribution, above 0; Infinity when all shares are alike
 */
export function shrunkenK(children: number, effectiveShares: number, k: number, dispersion: number): number {
  if (k === 0 || dispersion === Number.POSITIVE_INFINITY) return k;
  return (children + dispersion) / (effectiveShares + dispersion / k);
}
