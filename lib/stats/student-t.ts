import { betaLogitQuantile, betaTails } from "./beta.ts";
import { normalCdf, normalQuantile, symmetricQuantile } from "./normal.ts";

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

/**
 * The t with P(T ≤ t) = p for Student's t, from the quantile of df/(df + t²), which is Beta(df/2, 1/2)
 * (Abramowitz and Stegun 26.7.1); relative error below 1e-10.
 * @param df degrees of freedom, above 0, not necessarily whole; Infinity is the normal distribution
 * @throws RangeError for any other df, or unless p is in [0, 1]
 */
export function tQuantile(p: number, df: number): number {
  if (!(df > 0 && p >= 0 && p <= 1)) throw new RangeError(`no t quantile for p ${p}, df ${df}`);
  if (df === Infinity) return normalQuantile(p);
  return symmetricQuantile(p, (inside, outside) => {
    return Math.sqrt(df) * Math.exp(-betaLogitQuantile(outside, inside, df / 2, 0.5) / 2);
  });
}
