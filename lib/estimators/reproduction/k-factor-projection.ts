/**
 * Users at time t by the textbook: users0 (K^(t/cycle + 1) − 1)/(K − 1), and users0 (t/cycle + 1) at K = 1
 * (Skok 2009). For education: nothing saturates and the cycle is fixed.
 *
 * @param k children per user and cycle, >= 0
 * @param cycle length of a cycle, above 0
 * @param at time since the start, >= 0, in the unit of the cycle
 */
export function kFactorProjection(users0: number, k: number, cycle: number, at: number): number {
  const generations = at / cycle + 1;
  if (k === 1) return users0 * generations;
  // expm1 and log1p keep the digits that K^g − 1 and K − 1 lose near K = 1.
  return (users0 * Math.expm1(generations * Math.log1p(k - 1))) / (k - 1);
}
