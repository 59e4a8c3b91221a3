import type { LagCdf } from "#lib/estimators/lag-cdf.ts";

/** When the children of a share are born, among those born within a horizon. */
export interface LagDistribution {
  readonly cdf: LagCdf;
  /** The smallest age by which a part p of the children is born, 0 < p ≤ 1; milliseconds. */
  readonly quantile: (p: number) => number;
  /** Mean lag in milliseconds, restricted to `within`. */
  readonly mean: number;
  /** All lags counted are at most this: the maturity horizon, or less where the data reach less far. */
  readonly within: number;
}
