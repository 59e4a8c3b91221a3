import { betaLogitQuantile } from "#lib/stats/beta-logit-quantile.ts";
import { normalQuantile } from "#lib/stats/normal-quantile.ts";

/**
 * The t with P(T ≤ t) = p for Student's t, from the quantile of df/(df + t²), which is Beta(df/2, 1/2)
 * (Abramowitz and Stegun 26.7.1); relative error below 1e-10.
 * @param df degrees of freedom, above 0, not necessarily whole; Infinity is the normal distribution
 * @throws RangeError for any other df, or unless p is in [0, 1]
 */
export function tQuantile(p: number, df: number): number {
  if (!(df > 0 && p >= 0 && p <= 1)) throw new RangeError(`no t quantile for p ${p}, df ${df}`);
  if (df === Infinity) return normalQuantile(p);
  if (p > 0.5) return p === 1 ? Infinity : -negative(1 - p, 2 * (p - 0.5), df);
  return p === 0 ? -Infinity : negative(p, 2 * (0.5 - p), df);
}

function negative(tail: number, middle: number, df: number): number {
  if (middle === 0) return 0;
  return -Math.sqrt(df) * Math.exp(-betaLogitQuantile(2 * tail, middle, df / 2, 0.5) / 2);
}
