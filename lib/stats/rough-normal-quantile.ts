/**
 * The normal deviate with upper tail p to 3e-3 (Abramowitz and Stegun 26.2.22): a place to start from.
 * @param p above 0, at most 1/2
 */
export function roughNormalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return t - (2.30753 + 0.27061 * t) / (1 + (0.99229 + 0.04481 * t) * t);
}
