import { lagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { thresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawCampaign, HORIZON } from "./draw-campaign.ts";
import { COVERED, prepareDrawn } from "./figures.ts";
import { type Regime, viralLaw } from "./regimes.ts";

const VIRAL_CASCADES = 20;

/** How often a figure's 95 % interval held the truth, of those campaigns that showed one. */
export interface CoverageCell {
  readonly figure: string;
  readonly shown: number;
  readonly held: number;
  /** The same with those that are shown in grey, as of few cascades, or with a K near 1. */
  readonly withGrey: number;
  readonly heldWithGrey: number;
}

/**
 * Draws campaigns of a regime and counts which intervals hold. One that is not shown, of a single cascade or without a
 * bound, is not counted, and a grey one apart: whether a campaign is grey depends on how its cascades fell out,
 * and those that hold no giant yet are both less grey and too low.
 */
export function measureCoverage(
  regime: Regime,
  { cascades, campaigns, seed }: { cascades: number; campaigns: number; seed: number },
): CoverageCell[] {
  const random = seededRandom(seed);
  const figures = COVERED.filter(({ truth }) => truth(regime) !== null);
  const cells = figures.map(({ name }) => {
    return { figure: name, shown: 0, held: 0, withGrey: 0, heldWithGrey: 0 };
  });
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const forest = drawCampaign(regime.campaign, cascades, random);
    const drawn = prepareDrawn(forest, regime.campaign.asOf, random);
    figures.forEach(({ truth, estimate }, i) => {
      const found = estimate(drawn);
      const cell = cells[i];
      const isShown = found.value !== null && found.note !== "one-cascade" && found.note !== "unbounded";
      if (cell === undefined || !isShown || found.low === undefined || found.high === undefined) return;
      const target = truth(regime) ?? Number.NaN;
      const holds = found.low <= target && target <= found.high ? 1 : 0;
      cell.withGrey += 1;
      cell.heldWithGrey += holds;
      if (found.note === "few-cascades" || found.note === "imprecise") return;
      cell.shown += 1;
      cell.held += holds;
    });
  }
  return cells;
}

/** In which part of campaigns that would grow by themselves it is said that they do not. */
export function measureFalseVerdicts(
  k: number,
  { age, campaigns, seed }: { age: number; campaigns: number; seed: number },
): number {
  const random = seededRandom(seed);
  let wrong = 0;
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const forest = drawCampaign(viralLaw(k, age), VIRAL_CASCADES, random);
    const { sharers, interval } = lagsInput(forest, age, HORIZON);
    const { estimate } = reproductionNumber(sharers, HORIZON, interval.cdf);
    if (thresholdVerdict(estimate) === "does-not") wrong += 1;
  }
  return wrong / campaigns;
}
