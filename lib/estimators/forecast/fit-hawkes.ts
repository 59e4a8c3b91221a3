import type { GammaPrior } from "./branching-forecast.ts";
import { type HawkesParameters, type LomaxShape, lomaxKernel } from "./lomax-kernel.ts";

const STEPS = 5000;
const TOLERANCE = 1e-12;

/**
 * Seed weight and branching ratio of one cascade for a kernel known from history, by expectation-maximisation:
 * the likelihood is concave in the two, and each step splits every share between the root and the others as
 * parents. The kernel is not fitted with them: one young cascade cannot tell the four apart (METRICS §8.3).
 *
 * Source: Veen and Schoenberg 2008, JASA 103.
 *
 * @param times since the root, ascending from the root's 0, at least two; the unit of `age` and of the kernel
 * @param prior of the branching ratio; shape 1 and rate 0 for maximum likelihood, else the fit is the posterior mode
 */
export function fitHawkes(
  times: ArrayLike<number>,
  age: number,
  kernel: LomaxShape,
  prior: GammaPrior,
): HawkesParameters {
  const { density, cdf } = lomaxKernel(kernel);
  const children = times.length - 1;
  const fromRoot = Float64Array.from({ length: children }, (_, i) => density(times[i + 1] ?? 0));
  const fromOthers = new Float64Array(children);
  let exposure = prior.rate;
  for (let i = 0; i < children; i++) {
    const at = times[i + 1] ?? 0;
    for (let j = 0; j < i; j++) fromOthers[i] = (fromOthers[i] ?? 0) + density(at - (times[j + 1] ?? 0));
    exposure += cdf(age - at);
  }
  let seedWeight = children / 2;
  let branching = 0.5;
  for (let step = 0; step < STEPS; step++) {
    let ofRoot = 0;
    for (let i = 0; i < children; i++) {
      const root = seedWeight * (fromRoot[i] ?? 0);
      ofRoot += root / (root + branching * (fromOthers[i] ?? 0));
    }
    const next = Math.max(0, children - ofRoot + prior.shape - 1) / exposure;
    seedWeight = ofRoot / cdf(age);
    const change = Math.abs(next - branching);
    branching = next;
    if (change <= TOLERANCE) break;
  }
  return { seedWeight, branching, kernel };
}
