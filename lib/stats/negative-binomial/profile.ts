import type { Interval } from "#lib/stats/interval.ts";
import { type PointAndSlope, safeguardedNewton } from "#lib/stats/newton.ts";
import { dispersionScore, meanScore, negativeBinomialLogLikelihood } from "./likelihood.ts";
import type { NegativeBinomialSample } from "./sample.ts";

/**
 * The mean R that makes the counts likeliest for a given dispersion: children per exposure when all shares
 * are watched equally long or the counts are Poisson, else a root in ln R.
 * @param dispersion above 0; Infinity is the Poisson distribution
 */
export function negativeBinomialMean(sample: NegativeBinomialSample, dispersion: number): number {
  const { children, exposure, groups } = sample;
  const pooled = children / exposure;
  const longest = Math.max(...groups.map((group) => group.exposure));
  const alike = groups.every((group) => group.exposure === longest);
  if (alike || children === 0 || dispersion === Number.POSITIVE_INFINITY) return pooled;
  const score = (logR: number) => meanScore(sample, Math.exp(logR), dispersion);
  const reach = Math.log(pooled);
  let low = reach - 1;
  let high = reach + 1;
  while (score(low).value <= 0) low -= 1;
  while (score(high).value > 0) high += 1;
  return Math.exp(safeguardedNewton(score, low, high, reach));
}

/** Where dispersions are looked for; beyond the upper end the Poisson distribution cannot be told apart. */
const SMALLEST_DISPERSION = 1e-6;
const LARGEST_DISPERSION = 1e7;

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

/** Where the likelihood of a sample is highest. */
interface Peak {
  readonly mean: number;
  readonly dispersion: number;
  readonly logLikelihood: number;
}

/** Half the 0.95 quantile of the chi-square distribution with one degree of freedom. */
const DROP = 1.920729410347062;
/** ln of the largest mean that is looked at: means of few, very unequal counts may have no upper end. */
const LARGEST_LOG_MEAN = 600;

/** 95 % profile-likelihood interval of R: k is fitted anew at every R, the Poisson limit included. */
export function profileMean(sample: NegativeBinomialSample, peak: Peak): Interval {
  const height = (logR: number): PointAndSlope => {
    const mean = Math.exp(logR);
    const k = negativeBinomialDispersion(sample, mean);
    const above = negativeBinomialLogLikelihood(sample, mean, k) - peak.logLikelihood + DROP;
    return { value: above, slope: meanScore(sample, mean, k).value };
  };
  const end = (direction: 1 | -1): number => {
    const top = Math.log(peak.mean);
    let step = 0.25;
    while (height(top + direction * step).value > 0) {
      step *= 2;
      if (step > LARGEST_LOG_MEAN) return direction === 1 ? Number.POSITIVE_INFINITY : 0;
    }
    const outside = top + direction * step;
    return Math.exp(safeguardedNewton(height, top, outside, top + (direction * step * 3) / 4));
  };
  return { low: end(-1), high: end(1) };
}

/** 95 % profile-likelihood interval of k: R is fitted anew at every k. */
export function profileDispersion(sample: NegativeBinomialSample, peak: Peak): Interval {
  const above = (k: number, mean: number) =>
    negativeBinomialLogLikelihood(sample, mean, k) - peak.logLikelihood + DROP;
  const height = (logK: number): PointAndSlope => {
    const k = Math.exp(logK);
    const mean = negativeBinomialMean(sample, k);
    return { value: above(k, mean), slope: dispersionScore(sample, mean, k).value };
  };
  const top = Math.log(Math.min(peak.dispersion, LARGEST_DISPERSION));
  const end = (outside: number, start: number): number =>
    Math.exp(safeguardedNewton(height, top, outside, start));
  const smallest = Math.log(SMALLEST_DISPERSION);
  const largest = Math.log(LARGEST_DISPERSION);
  const poisson = above(Number.POSITIVE_INFINITY, negativeBinomialMean(sample, Number.POSITIVE_INFINITY));
  const bounded = poisson < 0 && height(largest).value < 0;
  return {
    low: height(smallest).value > 0 ? 0 : end(smallest, top - 0.5),
    high: bounded ? end(largest, top + 0.5) : Number.POSITIVE_INFINITY,
  };
}
