import type { GammaPrior } from "#lib/estimators/rt-posterior.ts";

const STEPS = 5000;
const TOLERANCE = 1e-12;

/** Shape of the lag of a child: density θ c^θ (x + c)^−(1+θ), as Lomax. */
interface LomaxShape {
  readonly theta: number;
  /** c; the unit of the times. */
  readonly scale: number;
}

/** A self-exciting process with a power-law kernel. */
interface HawkesParameters {
  /** Expected children of the root. */
  readonly seedWeight: number;
  /** Expected children of every other share. */
  readonly branching: number;
  readonly kernel: LomaxShape;
}

/** Density and distribution of a child's lag, for lags of at least 0. */
export function lomaxKernel({ theta, scale }: LomaxShape): {
  density: (lag: number) => number;
  cdf: (lag: number) => number;
} {
  return {
    density: (lag) => (theta / scale) * (1 + lag / scale) ** (-1 - theta),
    cdf: (lag) => -Math.expm1(-theta * Math.log1p(lag / scale)),
  };
}

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
