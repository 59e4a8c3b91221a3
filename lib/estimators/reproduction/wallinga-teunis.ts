import { coriInfectivity } from "./cori-infectivity.ts";
import type { Incidence } from "./cori-rt.ts";

/** Case reproduction number of the shares of one step. */
export interface CaseReproduction {
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
