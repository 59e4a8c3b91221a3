import { coriInfectivity } from "./cori-infectivity.ts";
import { type GammaPrior, type RtPosterior, rtPosterior } from "./rt-posterior.ts";

/** R over the steps `first` to `last`, both included, counted from 0. */
export interface CoriWindow {
  readonly first: number;
  readonly last: number;
  /** Null where the window ends no later than the mean lag, or nobody could have passed anything on. */
  readonly posterior: RtPosterior | null;
}

/** Counts per step of time. */
export interface Incidence {
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
