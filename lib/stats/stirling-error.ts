/** From here on seven terms of Stirling's series are good to 1e-16. */
const CONVERGED = 12;

/**
 * What Stirling's formula leaves out: ln Γ(z+1) − [(z+½) ln z − z + ½ ln 2π], absolute error below 1e-15.
 * Densities written with it keep their digits at shapes where ln Γ itself has none to spare (Loader 2000,
 * Fast and accurate computation of binomial probabilities).
 * @param z above 0
 */
export function stirlingError(z: number): number {
  let sum = 0;
  let lifted = z;
  for (; lifted < CONVERGED; lifted += 1) sum += (lifted + 0.5) * Math.log1p(1 / lifted) - 1;
  const w = 1 / (lifted * lifted);
  const tail = w * (1 / 1188 - w * (691 / 360_360 - w / 156));
  return sum + (1 / 12 - w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - tail)))) / lifted;
}
