import { risingSums } from "#lib/stats/negative-binomial-rising-sums.ts";
import type { NegativeBinomialSample } from "#lib/stats/negative-binomial-sample.ts";

/**
 * ln of the probability of the counts x ~ NB(mean R e, size k), variance m + m²/k for the mean m.
 * @param mean R, above 0
 * @param dispersion k, above 0; Infinity is the Poisson distribution
 */
export function negativeBinomialLogLikelihood(
  sample: NegativeBinomialSample,
  mean: number,
  dispersion: number,
): number {
  let value = -sample.logFactorials;
  const poisson = dispersion === Number.POSITIVE_INFINITY;
  if (!poisson) value += risingSums(sample, dispersion).log;
  for (const { exposure, shares, children } of sample.groups) {
    const expected = mean * exposure;
    if (children > 0) value += children * Math.log(expected);
    value -= poisson
      ? shares * expected
      : (children + shares * dispersion) * Math.log1p(expected / dispersion);
  }
  return value;
}
