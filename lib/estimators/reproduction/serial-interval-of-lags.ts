import type { LagCdf } from "#lib/estimators/lag-cdf.ts";

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
