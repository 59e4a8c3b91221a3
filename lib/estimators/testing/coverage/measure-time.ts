import { birthCohorts, cohortRows } from "#lib/estimators/cohorts.ts";
import { currentRt } from "#lib/estimators/current-rt.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { kChangeOf } from "#lib/estimators/k-change.ts";
import { kTrendOf } from "#lib/estimators/k-trend.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import { drawCampaign, HORIZON } from "./draw-campaign.ts";
import type { Regime } from "./regimes.ts";

/** Before this age R is still that of a launch: nobody has been watched for long. */
const SETTLED = 3 * DAY;

/** A count of cases and of those that are as they should be, or as they should not. */
interface Part {
  readonly cases: number;
  readonly of: number;
}

/** What figures over time say of campaigns whose K never changes. */
export interface TimeCell {
  /** Windows with enough data, and those whose range holds K. */
  readonly windows: Part;
  /** Cohorts whose range is neither hatched nor of few cascades, and those whose range holds K. */
  readonly cohorts: Part;
  /** Campaigns with a trend, and those called rising or falling. */
  readonly trend: Part;
  /** Campaigns that could have shown a change, and those that are said to. */
  readonly change: Part;
}

/** Draws campaigns of a regime and counts which ranges of R and of cohorts hold K, and how often a change is seen. */
export function measureTime(
  { campaign: law, truth }: Regime,
  { cascades, campaigns, seed }: { cascades: number; campaigns: number; seed: number },
): TimeCell {
  const random = seededRandom(seed);
  const cell = { windows: none(), cohorts: none(), trend: none(), change: none() };
  const { asOf } = law;
  const holds = (low: number, high: number) => low <= truth.k && truth.k <= high;
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const forest = drawCampaign(law, cascades, random);
    const { interval } = lagsInput(forest, asOf, HORIZON);
    const context = { asOf, horizon: HORIZON, zone: "UTC" };
    // Nothing is born any more long after: the last window of interest ends with the campaign.
    const last = forest.at.reduce((most, at) => Math.max(most, at), 0);
    const { windows, dispersion } = currentRt(forest, last, { ...context, interval });
    for (const { certainty, posterior, to } of windows) {
      if (certainty !== "firm" || posterior === null || to < SETTLED) continue;
      count(cell.windows, holds(posterior.low, posterior.high));
    }
    const { grid, parts } = birthCohorts(forest, interval, context);
    for (const { corrected, hatched } of cohortRows(parts, grid.edges.length - 1, {
      dispersion: () => dispersion,
    })) {
      const isShown = corrected.value !== null && corrected.note === undefined && !hatched;
      if (!isShown || corrected.low === undefined || corrected.high === undefined) continue;
      count(cell.cohorts, holds(corrected.low, corrected.high));
    }
    const { direction } = kTrendOf(parts);
    if (direction !== null) count(cell.trend, direction === "rising" || direction === "falling");
    const change = kChangeOf(parts);
    if (change !== null) count(cell.change, change !== "unclear");
  }
  return cell;
}

function none() {
  return { cases: 0, of: 0 };
}

function count(part: { cases: number; of: number }, isOne: boolean): void {
  part.cases += 1;
  if (isOne) part.of += 1;
}
