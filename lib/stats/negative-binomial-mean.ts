import type { NegativeBinomialSample } from "#lib/stats/negative-binomial-sample.ts";
import { type PointAndSlope, safeguardedNewton } from "#lib/stats/safeguarded-newton.ts";

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

/** First and second derivative of the log-likelihood in ln R. */
export function meanScore(sample: NegativeBinomialSample, mean: number, k: number): PointAndSlope {
  if (k === Number.POSITIVE_INFINITY) {
    return { value: sample.children - mean * sample.exposure, slope: -mean * sample.exposure };
  }
  let value = sample.children;
  let slope = 0;
  for (const { exposure, shares, children } of sample.groups) {
    const expected = mean * exposure;
    const weight = (children + shares * k) / (k + expected);
    value -= weight * expected;
    slope -= (weight * expected * k) / (k + expected);
  }
  return { value, slope };
}
