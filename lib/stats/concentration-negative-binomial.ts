import { negativeBinomialSurvival } from "#lib/stats/negative-binomial-survival.ts";

/** How concentrated children are on few shares, in expectation. */
export interface Concentration {
  /** Share of all children that the top `proportion` of shares have. */
  topShare(proportion: number): number;
  /** Smallest proportion of shares that have the given part of all children. */
  proportion(part: number): number;
}

/**
 * Concentration of negative binomial counts. Unlike the gamma form it ranks shares by the children they
 * happened to have, and so depends on R too.
 *
 * Source: Endo et al. 2020, Wellcome Open Res 5.
 *
 * @param mean R, above 0
 * @param dispersion k, above 0; Infinity for Poisson counts
 */
export function concentrationNegativeBinomial(mean: number, dispersion: number): Concentration {
  const shares = (count: number) => negativeBinomialSurvival(count, mean, dispersion);
  // Weighted by the children, counts less one are negative binomial again, with a dispersion one larger.
  const weighted = dispersion === Number.POSITIVE_INFINITY ? mean : mean + mean / dispersion;
  const children = (count: number) => negativeBinomialSurvival(count - 1, weighted, dispersion + 1);
  return {
    topShare(proportion) {
      const last = firstCount((count) => shares(count + 1) <= proportion);
      return children(last + 1) + ((proportion - shares(last + 1)) * last) / mean;
    },
    proportion(part) {
      const last = firstCount((count) => children(count + 1) <= part);
      return shares(last + 1) + (last === 0 ? 0 : ((part - children(last + 1)) * mean) / last);
    },
  };
}

/** The smallest count from 0 on that meets a condition which all larger ones meet too. */
function firstCount(meets: (count: number) => boolean): number {
  let high = 1;
  while (!meets(high)) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return high;
}
