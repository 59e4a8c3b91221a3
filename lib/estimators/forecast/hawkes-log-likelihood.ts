import { type HawkesParameters, lomaxKernel } from "./lomax-kernel.ts";

/**
 * Log-likelihood of a self-exciting process whose seed has its own weight:
 * λ(t) = seedWeight · g(t) + branching · Σ g(t − tⱼ). A share excites only later entries of the list, so that of
 * tied shares the first may be a parent of the second. The root is given. O(n²).
 *
 * Source: Hawkes 1971, Biometrika 58; Ozaki 1979 for the likelihood.
 *
 * @param times since the root, ascending from the root's 0; any unit, that of `age` and of the kernel's scale
 * @param age end of the observation, at least the last time
 */
export function hawkesLogLikelihood(
  times: ArrayLike<number>,
  age: number,
  { seedWeight, branching, kernel }: HawkesParameters,
): number {
  const { density, cdf } = lomaxKernel(kernel);
  let logLikelihood = -seedWeight * cdf(age);
  for (let i = 1; i < times.length; i++) {
    const at = times[i] ?? 0;
    let excitation = 0;
    for (let j = 1; j < i; j++) excitation += density(at - (times[j] ?? 0));
    logLikelihood += Math.log(seedWeight * density(at) + branching * excitation) - branching * cdf(age - at);
  }
  return logLikelihood;
}
