/** Probabilities nearer than this, relatively, count as equal: they differ by rounding only. */
const TIE = 1e-7;

/**
 * Two-sided p of a discrete distribution: the mass of all outcomes that are not likelier than the observed.
 * @param logMass ln of the probability of every outcome, up to a common constant
 * @param observed index of the outcome seen
 */
export function exactTwoSidedP(logMass: readonly number[], observed: number): number {
  const seen = logMass[observed] ?? Number.NEGATIVE_INFINITY;
  let top = seen;
  for (const mass of logMass) top = Math.max(top, mass);
  let all = 0;
  let tail = 0;
  for (const mass of logMass) {
    const probability = Math.exp(mass - top);
    all += probability;
    if (mass <= seen + TIE) tail += probability;
  }
  return tail / all;
}
