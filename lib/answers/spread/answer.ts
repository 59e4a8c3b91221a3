import type { Answer } from "#lib/answers/answer.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import { MOST_GENERATIONS } from "#lib/cascade/first-generations.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { kByGeneration } from "#lib/estimators/clustered-k.ts";
import { birthCohorts, cohortRows } from "#lib/estimators/cohorts.ts";
import { realisedConcentration } from "#lib/estimators/concentration.ts";
import { type CurrentRt, currentRt } from "#lib/estimators/current-rt.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { type KChange, kChangeOf } from "#lib/estimators/k-change.ts";
import { kTrendOf } from "#lib/estimators/k-trend.ts";
import { lagHistogram } from "#lib/estimators/lag-distribution.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { type OffspringDistribution, offspringDistribution } from "#lib/estimators/offspring.ts";
import { offspringTail } from "#lib/estimators/offspring-fit.ts";
import { FOREST_MODES, type ForestInput } from "#lib/inputs/forest-input.ts";
import { tenMore } from "#lib/metrics/ten-more.ts";
import { spreadFactors } from "./spread-factors.ts";
import type { RtPoint, ViralCoefficient } from "./viral-coefficient.ts";

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
  { asOf, horizon, completeUntil = asOf, zone }: MetricContext & { readonly zone: string },
): ViralCoefficient {
  const { forest, lags, offspring, visits } = inputs;
  const { sharers, seeds, interval } = lags;
  // Where no link is known, no series of children says anything.
  const isUnknown = sharers.linksUnknown === true;
  const live = reproductionNumber(sharers, horizon, interval.cdf);
  const { grid, parts } = birthCohorts(forest, interval, { asOf, horizon, zone });
  const rtFrame = { asOf, horizon, zone, interval };
  const series = currentRt(forest, Math.min(grid.until, completeUntil), rtFrame);
  const whole = completeUntil < grid.until ? currentRt(forest, grid.until, rtFrame) : series;
  const within = interval.within < horizon ? interval.within : null;
  const rows = cohortRows(parts, grid.steps.length, {
    dispersion: () => series.dispersion,
    ...(within === null ? {} : { within }),
  });
  const trend = kTrendOf(parts);
  const change = kChangeOf(parts);
  return {
    ...{ asOf, horizon, later: grid.later },
    rt: isUnknown ? [] : [...rtPoints(series, horizon), ...waitingPoints(whole, completeUntil, horizon)],
    rtWithin: series.within < horizon ? series.within : null,
    k: live.estimate,
    reachedAge: live.within,
    naive: isUnknown || live.shares === 0 ? null : sharers.lag.length / live.shares,
    k0: reproductionNumber(seeds, horizon, interval.cdf).estimate,
    sharers: live.shares,
    seeds: seeds.age.length,
    cascades: forest.roots.length,
    cohortGrain: grid.grain,
    cohorts: (isUnknown ? [] : rows).map(({ hatched: isImmature, ...row }, i) => ({
      ...row,
      from: grid.edges[i] ?? 0,
      to: grid.edges[i + 1] ?? 0,
      isImmature,
    })),
    trend: {
      ratio: trend.ratio,
      verdict: trend.direction ?? "too-few",
      change: changeAt(change, grid.edges),
    },
    factors: spreadFactors(forest, isUnknown ? null : visits),
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
    offspring: {
      ...summary(offspring),
      ...(isUnknown && { withoutChild: null }),
      tenMore: tenMore.compute({ lags, offspring }, { asOf, horizon }),
    },
    generations: kByGeneration(forest, MOST_GENERATIONS),
  };
}

function changeAt(change: KChange | "unclear" | null, edges: readonly number[]) {
  if (change === null || change === "unclear") return change;
  return { at: edges[change.cohort] ?? 0, before: change.before, after: change.after };
}

/** R_t from the first share on: where nothing is shared any more there is no news. */
function rtPoints({ windows, within }: CurrentRt, horizon: number): RtPoint[] {
  return windows.map(({ from, to, posterior, certainty, effective: cascades }) => {
    if (posterior === null || certainty === "hidden")
      return { from, to, cascades, r: null, aboveOne: null, isGrey: true, isComplete: true };
    const { mean: value, low, high } = posterior;
    // R within a shorter age is no matter for 1.
    const aboveOne = within < horizon ? null : posterior.aboveOne;
    const isGrey = certainty === "grey";
    return { from, to, cascades, r: { value, low, high }, aboveOne, isGrey, isComplete: true };
  });
}

/** The windows of which reports are still on their way: they say less than they will, and nothing about 1. */
function waitingPoints(series: CurrentRt, completeUntil: number, horizon: number): RtPoint[] {
  const windows = series.windows.filter(({ to }) => to > completeUntil);
  return rtPoints({ ...series, windows }, horizon).map((point) => ({
    ...point,
    ...{ aboveOne: null, isGrey: true, isComplete: false },
  }));
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
  const offspring = offspringDistribution(lags, horizon);
  const { sharerVisits: visits } = inputs;
  const completeUntil = Math.min(asOf, inputs.completeUntil(question.asOf));
  const context = { asOf, horizon, completeUntil, zone: question.zone };
  return analyseViralCoefficient({ forest, lags, offspring, visits }, context);
};
