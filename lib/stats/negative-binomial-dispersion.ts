import { risingSums } from "#lib/stats/negative-binomial-rising-sums.ts";
import type { NegativeBinomialSample } from "#lib/stats/negative-binomial-sample.ts";
import { type PointAndSlope, safeguardedNewton } from "#lib/stats/safeguarded-newton.ts";

/** Where dispersions are looked for; beyond the upper end the Poisson distribution cannot be told apart. */
export const SMALLEST_DISPERSION = 1e-6;
export const LARGEST_DISPERSION = 1e7;

/**
 * The dispersion k that makes the counts likeliest for a given mean, by safeguarded Newton steps in ln k;
 * Infinity when the counts vary about their means no more than Poisson counts do.
 * @param mean R, above 0
 */
export function negativeBinomialDispersion(sample: NegativeBinomialSample, mean: number): number {
  let square = 0;
  let cross = 0;
  for (const { exposure, shares, children } of sample.groups) {
    square += shares * (mean * exposure) ** 2;
    cross += children * mean * exposure;
  }
  const excess = sample.squares - 2 * cross + square - sample.children;
  if (excess <= 0) return Number.POSITIVE_INFINITY;
  const score = (logK: number) => dispersionScore(sample, mean, Math.exp(logK));
  const low = Math.log(SMALLEST_DISPERSION);
  const high = Math.log(LARGEST_DISPERSION);
  if (score(low).value <= 0) return SMALLEST_DISPERSION;
  if (score(high).value > 0) return Number.POSITIVE_INFINITY;
  return Math.exp(safeguardedNewton(score, low, high, Math.log(square / excess)));
}

/** First and second derivative of the log-likelihood in ln k. */
export function dispersionScore(sample: NegativeBinomialSample, mean: number, k: number): PointAndSlope {
  const { first, second } = risingSums(sample, k);
  let score = first;
  let change = -second;
  for (const { exposure, shares, children } of sample.groups) {
    const expected = mean * exposure;
    const rest = shares * expected - children;
    score += rest / (k + expected) - shares * Math.log1p(expected / k);
    change += (shares * expected) / (k * (k + expected)) - rest / (k + expected) ** 2;
  }
  return { value: k * score, slope: k * score + k * k * change };
}
