import {
  concentrationGamma,
  concentrationNegativeBinomial,
  concentrationProportion,
  concentrationTopShare,
} from "#lib/stats/concentration.ts";
import type { CountHistogram } from "#lib/stats/negative-binomial/sample.ts";

/** Tops of the shares that are looked at (METRICS §4.3). */
const CONCENTRATION_TOPS = [0.01, 0.05, 0.1, 0.2] as const;
const MOST_CHILDREN = 0.8;

interface TopShare {
  /** Of shares: the top 0.01, say. */
  readonly proportion: number;
  /** Of all children; 1 when fewer shares than that have a child at all. */
  readonly share: number;
}

/** What part of the children a few shares had. */
interface RealisedConcentration {
  readonly tops: readonly TopShare[];
  /** Smallest proportion of shares that had 80 % of the children. */
  readonly proportionFor80: number;
  /** Proportion of shares with a child. */
  readonly withChild: number;
}

/** Concentration of children as counted; null when nobody had a child. */
export function realisedConcentration(histogram: CountHistogram): RealisedConcentration | null {
  const proportionFor80 = concentrationProportion(histogram, MOST_CHILDREN);
  if (proportionFor80 === null) return null;
  let shares = 0;
  for (const having of histogram.values()) shares += having;
  return {
    tops: CONCENTRATION_TOPS.map((proportion) => ({
      proportion,
      share: concentrationTopShare(histogram, proportion) ?? 0,
    })),
    proportionFor80,
    withChild: 1 - (histogram.get(0) ?? 0) / shares,
  };
}

/** Two answers to one question, which differ: each is shown with its label. */
interface ExpectedConcentration {
  /** Shares ranked by their individual reproduction number. */
  readonly byReproduction: readonly TopShare[];
  /** Shares ranked by the children that chance gave them. */
  readonly byChildren: readonly TopShare[];
  /** Smallest proportion of shares with 80 % of the children, ranked by children. */
  readonly proportionFor80: number;
}

/**
 * Concentration of children that a negative binomial law leads to (METRICS §4.3).
 * @param mean R, above 0
 * @param dispersion k, above 0; Infinity for Poisson counts
 */
export function expectedConcentration(mean: number, dispersion: number): ExpectedConcentration {
  const counts = concentrationNegativeBinomial(mean, dispersion);
  const tops = (shareOf: (proportion: number) => number) =>
    CONCENTRATION_TOPS.map((proportion) => ({ proportion, share: shareOf(proportion) }));
  return {
    byReproduction: tops((proportion) => concentrationGamma(proportion, dispersion)),
    byChildren: tops(counts.topShare),
    proportionFor80: counts.proportion(MOST_CHILDREN),
  };
}
