import { gammaCdf } from "#lib/stats/gamma.ts";
import type { LagCdf } from "./lag-distribution.ts";
import { type GammaPrior, type RtPosterior, rtPosterior } from "./rt-posterior.ts";

/**
 * Λ_t = Σ_{k ≥ 1} I_{t−k} w_k for every step: how many new shares R = 1 would bring at step t, given all shares
 * before it (Cori et al. 2013). The first is 0.
 *
 * @param incidence shares per step, seeds included
 * @param weights share of lags that are k steps long, from lag 0, which is not used
 */
export function coriInfectivity(incidence: readonly number[], weights: readonly number[]): number[] {
  return incidence.map((_, step) => {
    let sum = 0;
    for (let lag = 1; lag <= step && lag < weights.length; lag++) {
      sum += (incidence[step - lag] ?? 0) * (weights[lag] ?? 0);
    }
    return sum;
  });
}

/** R over the steps `first` to `last`, both included, counted from 0. */
interface CoriWindow {
  readonly first: number;
  readonly last: number;
  /** Null where the window ends no later than the mean lag, or nobody could have passed anything on. */
  readonly posterior: RtPosterior | null;
}

/** Counts per step of time. */
interface Incidence {
  /** All shares of each step. */
  readonly shares: readonly number[];
  /** Those of them that are seeds; none when left out. Whoever comes in the first step is one in any case. */
  readonly seeds?: readonly number[];
}

/**
 * R_t from counts alone, parents unknown: Gamma(shape0 + Σ local, rate0 + ΣΛ) over windows that slide by one step
 * from the second step on. Lags of 0 steps are assumed away, so at most a tenth of them may fall inside one step.
 *
 * Sources: Cori, Ferguson, Fraser and Cauchemez 2013; Thompson et al. 2019 (seeds as imported cases).
 *
 * @param weights share of lags that are k steps long, from lag 0; see `serialInterval` and `serialIntervalOfLags`
 * @param width steps in a window, >= 1
 */
export function coriRt(
  { shares, seeds }: Incidence,
  weights: readonly number[],
  width: number,
  prior?: GammaPrior,
): CoriWindow[] {
  const infectivity = coriInfectivity(shares, weights);
  const local = shares.map((count, step) => (step === 0 ? 0 : count - (seeds?.[step] ?? 0)));
  const meanLag = weights.reduce((sum, weight, lag) => sum + weight * lag, 0);
  return Array.from({ length: Math.max(0, shares.length - width) }, (_, i) => {
    const first = i + 1;
    const last = i + width;
    const events = sumOf(local, first, last);
    const exposure = sumOf(infectivity, first, last);
    const tooEarly = last + 1 <= meanLag || (events === 0 && exposure === 0);
    return { first, last, posterior: tooEarly ? null : rtPosterior(events, exposure, prior) };
  });
}

function sumOf(values: readonly number[], first: number, last: number): number {
  return values.slice(first, last + 1).reduce((sum, value) => sum + value, 0);
}

/** Case reproduction number of the shares of one step. */
interface CaseReproduction {
  /** Children per share as far as they have been seen; null where the step has no share. */
  readonly seen: number | null;
  /** F(T − j): how much of their lags the series covers. */
  readonly followed: number;
  /** `seen` over `followed`; null where either says nothing. */
  readonly corrected: number | null;
  /** The series ends before the longest lag: to be hatched. */
  readonly censored: boolean;
}

/**
 * Case reproduction number with unknown parents: each share is divided among all earlier ones by the weight of
 * the lag, R_j = Σ_t w_{t−j} I_t / Σ_s I_s w_{t−s}; seeds are not divided.
 *
 * Source: Wallinga and Teunis 2004.
 *
 * @param weights share of lags that are k steps long, from lag 0, which is not used; the last is the longest lag
 * @returns one row per step
 */
export function wallingaTeunis({ shares, seeds }: Incidence, weights: readonly number[]): CaseReproduction[] {
  const infectivity = coriInfectivity(shares, weights);
  const perParent = shares.map((count, step) => {
    const pressure = infectivity[step] ?? 0;
    return pressure > 0 ? (count - (seeds?.[step] ?? 0)) / pressure : 0;
  });
  return shares.map((count, step) => {
    const lags = Math.min(weights.length, shares.length - step) - 1;
    let sum = 0;
    let followed = 0;
    for (let lag = 1; lag <= lags; lag++) {
      sum += (weights[lag] ?? 0) * (perParent[step + lag] ?? 0);
      followed += weights[lag] ?? 0;
    }
    return {
      seen: count === 0 ? null : sum,
      followed,
      corrected: count === 0 || followed === 0 ? null : sum / followed,
      censored: lags < weights.length - 1,
    };
  });
}

/**
 * Share of lags that are k steps long, k = 0 to count − 1: a gamma distribution moved up by one step, each lag
 * shared between its two neighbouring steps so that the mean is kept; w_0 = 0. Not rescaled to sum to 1.
 *
 * Source: Cori et al. 2013, web appendix 11.
 *
 * @param mean in steps, above 1
 * @param sd in steps, above 0
 * @throws RangeError for any other mean or sd
 */
export function serialInterval(mean: number, sd: number, count: number): number[] {
  if (!(mean > 1 && mean < Infinity && sd > 0 && sd < Infinity)) {
    throw new RangeError(`no serial interval with mean ${mean} and sd ${sd}`);
  }
  const shape = ((mean - 1) / sd) ** 2;
  const scale = sd ** 2 / (mean - 1);
  const below = (x: number, extra: number) => (x <= 0 ? 0 : gammaCdf(x, shape + extra, 1 / scale));
  return Array.from({ length: count }, (_, k) => {
    const mass = k * below(k, 0) + (k - 2) * below(k - 2, 0) - 2 * (k - 1) * below(k - 1, 0);
    const moment = 2 * below(k - 1, 1) - below(k - 2, 1) - below(k, 1);
    // Far out the terms cancel to a residue that may fall below zero.
    return Math.max(0, mass + shape * scale * moment);
  });
}

/**
 * Share of lags that are k steps long, w_k = F(k) − F(k − 1), for k = 0 up to the first step that covers the
 * horizon; w_0 = 0, and what lies at lag 0 belongs to w_1 (METRICS §2.4).
 *
 * @param step length of a step, in the unit of F's age
 * @param horizon age from which F is 1, in the same unit
 */
export function serialIntervalOfLags(lagCdf: LagCdf, step: number, horizon: number): number[] {
  const by = (lag: number) => (lag <= 0 ? 0 : lagCdf(lag * step));
  return Array.from({ length: Math.ceil(horizon / step) + 1 }, (_, lag) => by(lag) - by(lag - 1));
}
