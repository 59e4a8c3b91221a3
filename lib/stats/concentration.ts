import { gammaQuantile, gammaSurvival } from "./gamma.ts";
import { negativeBinomialSurvival } from "./negative-binomial/distribution.ts";

/** Count → shares; a count may occur again. */
type Histogram = Iterable<readonly [count: number, shares: number]>;

/**
 * Share of all children that the shares with the most children had: the top `proportion` of shares, the last
 * of them counted in part.
 * @param histogram count → shares; a count may occur again
 * @param proportion of shares, 0 to 1
 * @returns null when nobody had a child
 */
export function concentrationTopShare(histogram: Histogram, proportion: number): number | null {
  const { counts, shares, children } = ranked(histogram);
  if (children === 0) return null;
  let room = proportion * shares;
  let reached = 0;
  for (const [count, having] of counts) {
    reached += count * Math.min(having, room);
    room -= having;
    if (room <= 0) break;
  }
  return reached / children;
}

/**
 * Smallest proportion of shares that had the given part of all children, the last share counted in part.
 * @param histogram count → shares; a count may occur again
 * @param part of children, 0 to 1
 * @returns null when nobody had a child
 */
export function concentrationProportion(histogram: Histogram, part: number): number | null {
  const { counts, shares, children } = ranked(histogram);
  if (children === 0) return null;
  let wanted = part * children;
  let needed = 0;
  for (const [count, having] of counts) {
    if (count === 0 || wanted <= 0) break;
    needed += Math.min(having, wanted / count);
    wanted -= count * having;
  }
  return needed / shares;
}

/** A histogram from its largest count down, and what it adds up to. */
function ranked(histogram: Histogram) {
  const counts = [...histogram].sort(([a], [b]) => b - a);
  let shares = 0;
  let children = 0;
  for (const [count, having] of counts) {
    shares += having;
    children += count * having;
  }
  return { counts, shares, children };
}

/**
 * Share of the total that the largest proportion p of values holds, the last of them in part. Null when the
 * values are none or sum to 0.
 * @param values not negative, in any order
 */
export function topShare(values: Iterable<number>, p: number): number | null {
  const histogram = new Map<number, number>();
  for (const value of values) histogram.set(value, (histogram.get(value) ?? 0) + 1);
  return concentrationTopShare(histogram, p);
}

/**
 * Gini coefficient Σ (2i − n − 1) x₍ᵢ₎ / (n Σ x): 0 when all are equal, 1 − 1/n when one has everything.
 * Null when the values are none or sum to 0.
 * @param values not negative, in any order
 */
export function gini(values: ArrayLike<number>): number | null {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  return sorted.reduce((sum, value, i) => sum + (2 * i + 1 - n) * value, 0) / (n * total);
}

/**
 * Expected share of children of the top `proportion` of shares when every share has a reproduction number of
 * its own, gamma distributed. Depends on the dispersion k only; for k = Infinity all are alike.
 *
 * Source: Lloyd-Smith et al. 2005, Nature 438.
 *
 * @param proportion of shares, 0 to 1
 * @param dispersion above 0
 */
export function concentrationGamma(proportion: number, dispersion: number): number {
  if (dispersion === Number.POSITIVE_INFINITY) return proportion;
  return gammaSurvival(gammaQuantile(1 - proportion, dispersion), dispersion + 1);
}

/** How concentrated children are on few shares, in expectation. */
interface Concentration {
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
