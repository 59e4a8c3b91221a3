import { betaTails } from "#lib/stats/beta-tails.ts";
import { normalCdf } from "#lib/stats/normal-cdf.ts";

/**
 * P(T ≤ t) for Student's t, by the incomplete beta (Abramowitz and Stegun 26.7.1); relative error below
 * 1e-10 in the lower tail too. The upper tail is tCdf(−t, df).
 * @param df degrees of freedom, above 0, not necessarily whole; Infinity is the normal distribution
 * @throws RangeError for any other df, or when t is not a number
 */
export function tCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) throw new RangeError(`no t distribution at ${t}, df ${df}`);
  if (df === Infinity) return normalCdf(t);
  const square = t * t;
  if (square === 0) return 0.5;
  if (square === Infinity) return t < 0 ? 0 : 1;
  const x = df / (df + square);
  const bothTails = Math.exp(betaTails(x, square / (df + square), df / 2, 0.5).lower);
  return t < 0 ? bothTails / 2 : 1 - bothTails / 2;
}
