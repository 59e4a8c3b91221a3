/**
 * F of METRICS §2.2 and §3.1: the share of a parent's children, out of those within the maturity horizon,
 * that are born by the parent's age. Takes an age in milliseconds; rises from 0 to 1.
 */
export type LagCdf = (age: number) => number;

/** Lags with their weights: the ages at which a share's children come, and how many do. */
export interface LagSteps {
  /** Milliseconds, 0 or above. */
  readonly age: ArrayLike<number>;
  /** As many, 0 or above; in any unit. */
  readonly weight: ArrayLike<number>;
}

/** When the children of a share are born, among those born within a horizon. */
export interface LagDistribution {
  readonly cdf: LagCdf;
  /** The smallest age by which a part p of the children is born, 0 < p ≤ 1; milliseconds. */
  readonly quantile: (p: number) => number;
  /** Mean lag in milliseconds, restricted to `within`. */
  readonly mean: number;
  /** All lags counted are at most this: the maturity horizon, or less where the data reach less far. */
  readonly within: number;
  /** The ages at which `cdf` rises, and by how much. */
  readonly steps: () => LagSteps;
}

/** Lags of reposts as measured on public reposts: heavy-tailed, half of them within the hour. */
const SHAPE = 0.41;
const SCALE = 750_000;
const FIRST_BIN = 1000;
/** Points in which an assumed distribution is held, each 2 % older than the one before. */
const POINT_RATIO = 1.02;

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
  const within = (age: number) => (age <= 0 ? 0 : age >= horizon ? 1 : cdf(age) / whole);
  return {
    cdf: within,
    steps: () => {
      const ages = [0];
      for (let age = FIRST_BIN; age < horizon; age *= POINT_RATIO) ages.push(age);
      ages.push(horizon);
      return stepsOfPoints(ages, ages.map(within));
    },
    quantile: (p) => Math.min(horizon, quantile(p * whole)),
    mean: horizon - integral(horizon) / whole,
    within: horizon,
  };
}

/**
 * The steps of a curve that is held in points: what it rises by between two comes at the mid-point between them, and
 * what it begins with, at age 0.
 * @param ages ascending
 * @param cdf one for each age, rising
 */
export function stepsOfPoints(ages: readonly number[], cdf: readonly number[]): LagSteps {
  return {
    age: ages.map((age, k) => (k === 0 ? 0 : (age + (ages[k - 1] ?? 0)) / 2)),
    weight: cdf.map((part, k) => part - (k === 0 ? 0 : (cdf[k - 1] ?? 0))),
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

/** The part of the children whose lag is above `from` and at most `to`, milliseconds. */
interface LagBin {
  readonly from: number;
  readonly to: number;
  /** 0 to 1. */
  readonly part: number;
}

/**
 * A histogram on a logarithmic axis: the first bin is the first second, lag 0 included, and every other one
 * is as wide as all before it, cut at the end of the distribution.
 */
export function lagHistogram({ cdf, within }: Pick<LagDistribution, "cdf" | "within">): LagBin[] {
  const bins: LagBin[] = [];
  let from = 0;
  let below = 0;
  while (from < within) {
    const to = Math.min(within, from === 0 ? FIRST_BIN : 2 * from);
    const by = cdf(to);
    bins.push({ from, to, part: by - below });
    from = to;
    below = by;
  }
  return bins;
}
