/**
 * Shares per seed after a number of generations, 1 + K0 Σ K^g over g below it: finite whatever K is.
 * @param k children of a sharer
 * @param generations whole number that fits in the reporting period: its length over the viral cycle time
 * @param k0 children of a seed; left out where seeds behave like sharers
 */
export function amplificationWithin(k: number, generations: number, k0 = k): number {
  let born = k0;
  let shares = 1;
  for (let generation = 1; generation <= generations; generation++) {
    shares += born;
    born *= k;
  }
  return shares;
}
