import { chiSquareSurvival } from "#lib/stats/gamma.ts";
import type { Interval } from "#lib/stats/interval.ts";
import { negativeBinomialLogLikelihood } from "./likelihood.ts";
import {
  negativeBinomialDispersion,
  negativeBinomialMean,
  profileDispersion,
  profileMean,
} from "./profile.ts";
import {
  type CountHistogram,
  type ExposureGroup,
  type NegativeBinomialSample,
  negativeBinomialSample,
} from "./sample.ts";

/** A negative binomial distribution fitted to counts: variance m + m²/k for the mean m. */
export interface NegativeBinomialFit {
  /** R, counts per share watched for its whole time. */
  readonly mean: number;
  /** 95 % interval of R; one-sided when nothing was counted. */
  readonly meanEnds: Interval;
  /** k; Infinity is the Poisson distribution; null when nothing was counted. */
  readonly dispersion: number | null;
  /** 95 % interval of k; its upper end is Infinity when the Poisson distribution is not ruled out. */
  readonly dispersionEnds: Interval | null;
  readonly logLikelihood: number;
  /** Likelihood ratio against the Poisson distribution, and P(at least that ratio) if that were the truth. */
  readonly overdispersion: { readonly statistic: number; readonly p: number };
}

const MOST_ROUNDS = 100;
const TOLERANCE = 1e-12;

/**
 * Fits counts by maximum likelihood, R and k in turn, with profile-likelihood intervals. They describe the
 * shares in hand as if each were drawn by itself: shares of one cascade are not.
 *
 * Source: Lloyd-Smith 2007, PLoS ONE 2; the Poisson limit lies on the boundary, so that the ratio is zero
 * half of the time and chi-square with one degree of freedom otherwise.
 *
 * @param groups effective shares of the same shares (METRICS §4.2); left out when all are mature
 * @returns null when no share was watched
 */
export function negativeBinomialFit(
  histogram: CountHistogram,
  groups?: readonly ExposureGroup[],
): NegativeBinomialFit | null {
  const sample = negativeBinomialSample(histogram, groups);
  if (!(sample.exposure > 0)) return null;
  if (sample.children === 0) {
    return {
      mean: 0,
      meanEnds: { low: 0, high: -Math.log(0.05) / sample.exposure },
      dispersion: null,
      dispersionEnds: null,
      logLikelihood: 0,
      overdispersion: { statistic: 0, p: 1 },
    };
  }
  const pooled = negativeBinomialMean(sample, Number.POSITIVE_INFINITY);
  const poisson = negativeBinomialLogLikelihood(sample, pooled, Number.POSITIVE_INFINITY);
  const { mean, dispersion } = negativeBinomialPeak(sample);
  const best = { mean, dispersion, logLikelihood: negativeBinomialLogLikelihood(sample, mean, dispersion) };
  const statistic = Math.max(0, 2 * (best.logLikelihood - poisson));
  return {
    ...best,
    meanEnds: profileMean(sample, best),
    dispersionEnds: profileDispersion(sample, best),
    overdispersion: { statistic, p: statistic === 0 ? 1 : chiSquareSurvival(statistic, 1) / 2 },
  };
}

/** Mean and dispersion of the likeliest fit. */
export type NegativeBinomialPeak = Pick<NegativeBinomialFit, "mean"> & { readonly dispersion: number };

/** R and k in turn, until R stands still. @param sample with a child */
export function negativeBinomialPeak(sample: NegativeBinomialSample): NegativeBinomialPeak {
  let mean = negativeBinomialMean(sample, Number.POSITIVE_INFINITY);
  let dispersion = negativeBinomialDispersion(sample, mean);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = mean;
    mean = negativeBinomialMean(sample, dispersion);
    if (Math.abs(mean - before) <= TOLERANCE * mean) break;
    dispersion = negativeBinomialDispersion(sample, mean);
  }
  return { mean, dispersion };
}
