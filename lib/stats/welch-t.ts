import { compensatedSum } from "#lib/stats/compensated-sum.ts";
import { tCdf } from "#lib/stats/t-cdf.ts";

/** Welch's t, its degrees of freedom (Satterthwaite) and two-sided p. */
export interface WelchT {
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Test that two independent samples have the same mean, variances free (Welch 1947); t above 0 when B is
 * higher. Null when a sample has fewer than two values or neither varies.
 */
export function welchT(a: readonly number[], b: readonly number[]): WelchT | null {
  if (a.length < 2 || b.length < 2) return null;
  const left = moments(a);
  const right = moments(b);
  const variance = left.variance + right.variance;
  if (variance === 0) return null;
  const t = (right.mean - left.mean) / Math.sqrt(variance);
  const df = variance ** 2 / (left.variance ** 2 / (a.length - 1) + right.variance ** 2 / (b.length - 1));
  return { t, df, p: 2 * tCdf(-Math.abs(t), df) };
}

/** The mean and the variance of the mean. */
function moments(values: readonly number[]): { mean: number; variance: number } {
  const n = values.length;
  const mean = compensatedSum(values) / n;
  const squares = compensatedSum(values.map((value) => (value - mean) ** 2));
  return { mean, variance: squares / (n - 1) / n };
}
