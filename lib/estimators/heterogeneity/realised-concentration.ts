import { concentrationProportion, concentrationTopShare } from "#lib/stats/concentration.ts";
import type { CountHistogram } from "#lib/stats/negative-binomial/sample.ts";

/** Tops of the shares that are looked at (METRICS §4.3). */
export const CONCENTRATION_TOPS = [0.01, 0.05, 0.1, 0.2] as const;
const MOST_CHILDREN = 0.8;

export interface TopShare {
  /** Of shares: the top 0.01, say. */
  readonly proportion: number;
  /** Of all children; 1 when fewer shares than that have a child at all. */
  readonly share: number;
}

/** What part of the children a few shares had. */
export interface RealisedConcentration {
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
