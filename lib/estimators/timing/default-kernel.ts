import type { LagDistribution } from "./lag-distribution.ts";

/** Lags of reposts as measured on public reposts: heavy-tailed, half of them within the hour. */
const SHAPE = 0.41;
const SCALE = 750_000;

/**
 * The distribution of lags to assume until a campaign has shown its own (METRICS §3.1): a Lomax distribution
 * for content, an exponential one where the user states a mean, as for referral programmes. Conditioned on
 * lags within the horizon.
 * @param horizon maturity horizon, milliseconds above 0
 * @param statedMean mean before conditioning, milliseconds above 0
 */
export function defaultKernel(horizon: number, statedMean?: number): LagDistribution {
  const { cdf, quantile, integral } = statedMean === undefined ? lomax : exponential(statedMean);
  const whole = cdf(horizon);
  return {
    cdf: (age) => (age <= 0 ? 0 : age >= horizon ? 1 : cdf(age) / whole),
    quantile: (p) => Math.min(horizon, quantile(p * whole)),
    mean: horizon - integral(horizon) / whole,
    within: horizon,
  };
}

interface Kernel {
  cdf(age: number): number;
  quantile(p: number): number;
  /** ∫ cdf from 0. */
  integral(age: number): number;
}

const lomax: Kernel = {
  cdf: (age) => -Math.expm1(-SHAPE * Math.log1p(age / SCALE)),
  quantile: (p) => SCALE * Math.expm1(-Math.log1p(-p) / SHAPE),
  integral: (age) => age - (SCALE / (1 - SHAPE)) * Math.expm1((1 - SHAPE) * Math.log1p(age / SCALE)),
};

function exponential(mean: number): Kernel {
  return {
    cdf: (age) => -Math.expm1(-age / mean),
    quantile: (p) => -mean * Math.log1p(-p),
    integral: (age) => age + mean * Math.expm1(-age / mean),
  };
}
