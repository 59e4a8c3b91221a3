import type { Answer } from "#lib/answers/answer.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import { MOST_GENERATIONS } from "#lib/cascade/first-generations.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { activeUntil } from "#lib/estimators/active-until.ts";
import { kByGeneration } from "#lib/estimators/clustered-k.ts";
import { type CohortRow, cohortEdges, cohortTable, kTrendOf } from "#lib/estimators/cohorts.ts";
import { realisedConcentration } from "#lib/estimators/concentration.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagHistogram } from "#lib/estimators/lag-distribution.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { type OffspringDistribution, offspringDistribution } from "#lib/estimators/offspring.ts";
import { offspringTail } from "#lib/estimators/offspring-fit.ts";
import { currentRt } from "#lib/estimators/rt.ts";
import { FOREST_MODES, type ForestInput } from "#lib/inputs/forest-input.ts";
import { tenMore } from "#lib/metrics/ten-more.ts";
import { spreadFactors } from "./spread-factors.ts";
import type { ViralCoefficient } from "./viral-coefficient.ts";

/** What the page is made of. */
export interface ViralCoefficientInputs {
  readonly forest: ForestInput;
  readonly lags: LagsInput;
  readonly offspring: OffspringDistribution;
  /** Visits through the links of sharers; null when none were recorded. */
  readonly visits: number | null;
}

/** Whether a campaign sustains itself, how sure that is, and why: METRICS §§2 to 4 as of an instant. */
export function analyseViralCoefficient(
  inputs: ViralCoefficientInputs,
  { asOf, horizon, zone }: MetricContext & { readonly zone: string },
): ViralCoefficient {
  const { forest, lags, offspring, visits } = inputs;
  const { sharers, seeds, interval } = lags;
  const live = reproductionNumber(sharers, horizon, interval.cdf);
  const { until, later } = activeUntil(forest, asOf, horizon);
  const { rt, dispersion } = seriesOf(forest, lags, until, horizon);
  const { grain, edges } = cohortEdges(forest, until, zone);
  const cohorts = cohortTable(forest, edges, { asOf, lagCdf: interval.cdf, horizon, dispersion });
  const trend = kTrendOf(cohorts);
  return {
    ...{ asOf, horizon, rt, later },
    k: live.estimate,
    reachedAge: live.within,
    naive: live.shares === 0 ? null : sharers.lag.length / live.shares,
    k0: reproductionNumber(seeds, horizon, interval.cdf).estimate,
    sharers: live.shares,
    seeds: seeds.age.length,
    cascades: forest.roots.length,
    cohortGrain: grain,
    cohorts: cohorts.map(toRow),
    trend: { ratio: trend.ratio, verdict: trend.direction ?? "too-few" },
    factors: spreadFactors(forest, visits),
    modes: (["active", "passive"] as const).map((mode) => {
      const number = FOREST_MODES.indexOf(mode);
      const ofMode = lagSample(forest, asOf, "sharers", (share) => forest.mode[share] === number);
      const { estimate, shares } = reproductionNumber(ofMode, horizon, interval.cdf);
      return { mode, shares, k: estimate };
    }),
    cycle: {
      median: sharers.age.length === 0 ? { value: null, why: "empty" } : interval.median,
      lowerQuartile: sharers.age.length === 0 ? null : interval.lowerQuartile,
      upperQuartile: sharers.age.length === 0 ? null : interval.upperQuartile,
      lags: interval.lags,
      histogram: lagHistogram(interval),
      isAssumed: interval.assumed,
    },
    offspring: { ...summary(offspring), tenMore: tenMore.compute({ lags, offspring }, { asOf, horizon }) },
    generations: kByGeneration(forest, MOST_GENERATIONS),
  };
}

/** R_t from the first share on: where nothing is shared any more there is no news. */
function seriesOf(forest: ForestInput, { interval }: LagsInput, until: number, horizon: number) {
  const series = currentRt(forest, until, { lagCdf: interval.cdf, horizon });
  const rt = series.windows.map(({ from, to, posterior }) => {
    if (posterior === null || posterior.tooFew) return { from, to, r: null, aboveOne: null, isGrey: true };
    const { mean, low, high, aboveOne, grey } = posterior;
    return { from, to, r: { value: mean, low, high }, aboveOne, isGrey: grey };
  });
  return { rt, dispersion: series.dispersion };
}

function toRow({
  corrected,
  low,
  high,
  tooFew,
  hatched,
  ...row
}: CohortRow): ViralCoefficient["cohorts"][number] {
  const isKnown = corrected !== null && low !== null && high !== null && !tooFew;
  const why = row.shares === 0 ? "empty" : "too-few";
  return {
    ...row,
    isImmature: hatched,
    corrected: isKnown ? { value: corrected, low, high } : { value: null, why },
  };
}

function summary({ mature, fit }: OffspringDistribution): Omit<ViralCoefficient["offspring"], "tenMore"> {
  const concentration = realisedConcentration(mature);
  const shares = [...mature.values()].reduce((sum, having) => sum + having, 0);
  return {
    shares,
    withoutChild: shares === 0 ? null : (mature.get(0) ?? 0) / shares,
    dispersion: fit.dispersion,
    concentration80:
      concentration === null
        ? { value: null, why: shares === 0 ? "empty" : "too-few" }
        : { value: concentration.proportionFor80 },
    tail: offspringTail(mature, fit.model),
    isHeavier: fit.isHeavier,
  };
}

/** The Viral-coefficient page's answer. */
export const spreadAnswer: Answer<ViralCoefficient> = (read, question) => {
  const { inputs, forest, lags, asOf, horizon } = chosenCascades(read, question);
  const offspring = offspringDistribution(forest, asOf, horizon, lags.interval.cdf);
  const { sharerVisits: visits } = inputs;
  return analyseViralCoefficient({ forest, lags, offspring, visits }, { asOf, horizon, zone: question.zone });
};
