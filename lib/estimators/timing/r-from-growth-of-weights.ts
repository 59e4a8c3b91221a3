/**
 * R of a population that grows at a rate r, for generation intervals as they were seen: 1/Σ w_k e^(−rk). Cut the
 * weights at the maturity horizon: a decline has no R under a heavy tail.
 *
 * Source: Wallinga and Lipsitch 2007.
 *
 * @param rate per step
 * @param weights share of generation intervals that are k steps long, from k = 0; rescaled to sum to 1
 * @returns null when the weights are all 0
 */
export function rFromGrowthOfWeights(rate: number, weights: readonly number[]): number | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const discounted = weights.reduce((sum, weight, lag) => sum + weight * Math.exp(-rate * lag), 0);
  return total === 0 ? null : total / discounted;
}
