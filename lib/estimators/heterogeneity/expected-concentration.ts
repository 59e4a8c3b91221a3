import { concentrationGamma, concentrationNegativeBinomial } from "#lib/stats/concentration.ts";
import { CONCENTRATION_TOPS, type TopShare } from "./realised-concentration.ts";

/** Two answers to one question, which differ: each is shown with its label. */
export interface ExpectedConcentration {
  /** Shares ranked by their individual reproduction number. */
  readonly byReproduction: readonly TopShare[];
  /** Shares ranked by the children that chance gave them. */
  readonly byChildren: readonly TopShare[];
  /** Smallest proportion of shares with 80 % of the children, ranked by children. */
  readonly proportionFor80: number;
}

const MOST_CHILDREN = 0.8;

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
