import type { Interval } from "#lib/stats/interval.ts";
import {
  dispersionScore,
  LARGEST_DISPERSION,
  negativeBinomialDispersion,
  SMALLEST_DISPERSION,
} from "#lib/stats/negative-binomial-dispersion.ts";
import { negativeBinomialLogLikelihood } from "#lib/stats/negative-binomial-log-likelihood.ts";
import { meanScore, negativeBinomialMean } from "#lib/stats/negative-binomial-mean.ts";
import type { NegativeBinomialSample } from "#lib/stats/negative-binomial-sample.ts";
import { type PointAndSlope, safeguardedNewton } from "#lib/stats/safeguarded-newton.ts";

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
