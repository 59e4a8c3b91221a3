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
