import type { Answer } from "#lib/answers/answer.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import type { IssuedForecast } from "#lib/domain/issued-forecast.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import {
  decayScenarios,
  forecastLive,
  goalProbability,
  type PredictionInterval,
} from "#lib/estimators/forecast/live.ts";
import { gridAge } from "#lib/estimators/forecast/models.ts";
import { pastCampaigns } from "#lib/estimators/forecast/past-campaigns.ts";
import type { ForecastModel } from "#lib/estimators/forecast/ridge.ts";
import { stillGrows } from "#lib/estimators/forecast/still-grows.ts";
import { forecastTotal } from "#lib/estimators/forecast/total.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";
import type { CampaignForecast, CascadeForecast, PredictionBand, Scenarios } from "./forecast.ts";
import { forecastError } from "./forecast-error.ts";
import { type LiveCascade, liveCascades, modelsByKind, type PastCascade } from "./live-cascades.ts";
import { scoreForecasts } from "./scores.ts";
import { sizeCurve } from "./size-curve.ts";

/** Fixed, so that equal events give equal forecasts. */
const SEED = 4;
/** Features of the count ridge; a model with more is the full version. */
const COUNT_FEATURES = 4;

/** What forecasts of a campaign rest on. */
interface ForecastInputs {
  readonly forest: ForestInput;
  readonly lags: Pick<LagsInput, "sharers" | "interval">;
  /** Finished cascades of the workspace. */
  readonly history: readonly PastCascade[];
  readonly issued: readonly IssuedForecast[];
}

/**
 * How far a campaign will go: the final size of every cascade younger than the horizon and of all together
 * (METRICS §8), learned from the finished cascades of the workspace. Where it still grows by itself, scenarios only.
 */
export function analyseForecast(
  { forest, lags, history, issued }: ForecastInputs,
  { asOf, horizon, completeUntil = asOf, zone }: MetricContext & { readonly zone: string },
): CampaignForecast {
  const frame = { asOf, horizon, offset: (at: number) => zoneOffset(zone, at) };
  const live = liveCascades(forest, frame);
  const growing = live.map(({ cascade, age }) => ({
    cascade,
    age: gridAge(age) ?? 0,
    size: countAtMost(cascade.times, age),
  }));
  const modelFor = modelsByKind(history, frame);
  const past = pastCampaigns(history, live.length);
  const grows = stillGrows(forest, lags, { asOf, horizon, completeUntil, zone });
  const isForecast = grows === null;
  const total = isForecast
    ? forecastTotal(growing, past, { horizon, history, modelFor }, seededRandom(SEED))
    : null;
  const settled = forest.size - growing.reduce((sum, { size }) => sum + size, 0);
  const models = live.map(({ cascade, age }) => modelFor(cascade, age));
  const isUnlike = total?.isUnlike ?? false;
  const cascades = isForecast
    ? live.flatMap((one, i) => predict(one, models[i] ?? null, { isUnlike, late: asOf - completeUntil }))
    : [];
  const isFull = models.some((model) => (model?.rows[0]?.length ?? 0) > COUNT_FEATURES);
  return {
    asOf,
    horizon,
    finished: history.length,
    basis: { kind: past.kind, count: past.campaigns.length },
    alive: live.length,
    size: forest.size,
    total: total && {
      final: settled + total.value,
      band: bandOf(total, settled),
      isUnlike: total.isUnlike,
    },
    draws: Array.from(total?.draws ?? [], (draw) => settled + draw),
    grows,
    scenarios:
      isForecast && (total === null || total.isUnlike)
        ? scenariosOf(forest.size, live, asOf - completeUntil)
        : null,
    method: total === null ? null : isFull ? "full" : "count-ridge",
    cascades: cascades.sort((a, b) => b.final - a.final || (a.root < b.root ? -1 : 1)),
    medianError: forecastError(history, frame),
    scores: scoreForecasts(issued),
    curve: sizeCurve(forest.at),
  };
}

/**
 * @param of isUnlike: the whole campaign is unlike the past, which therefore bounds none of its cascades either;
 * late: how long reports are waited for, milliseconds
 */
function predict(
  { cascade, age }: LiveCascade,
  model: ForecastModel | null,
  of: { isUnlike: boolean; late: number },
): CascadeForecast[] {
  const forecast = model === null ? null : forecastLive(model, cascade, age);
  if (model === null || forecast === null || forecast.value === null) return [];
  const { value: final } = forecast;
  const isUnlike = of.isUnlike || forecast.isUnlike;
  const size = countAtMost(cascade.times, age);
  const shown = isUnlike ? { interval80: null, interval95: null } : forecast;
  const scenarios = isUnlike ? decayScenarios(cascade, age - of.late) : null;
  return [
    {
      root: cascade.id,
      startedAt: cascade.startedAt,
      age,
      size,
      final,
      band: bandOf(shown),
      doubles: isUnlike ? null : goalProbability(model, cascade, 2 * size),
      scenarios: scenarios && {
        fading: Math.max(size, scenarios.fast),
        lasting: Math.max(size, scenarios.slow),
      },
    },
  ];
}

/** @param more added to every end */
function bandOf(
  { interval80, interval95 }: Record<"interval80" | "interval95", PredictionInterval | null>,
  more = 0,
): PredictionBand {
  return {
    low80: interval80 && interval80.low + more,
    high80: interval80 && interval80.high + more,
    low95: interval95 && interval95.low + more,
    high95: interval95 && interval95.high + more,
  };
}

/**
 * The scenarios of what is alive, by its pace up to when reports are in; null where nothing that is has two shares.
 * @param late how long reports are waited for, milliseconds
 */
function scenariosOf(size: number, live: readonly LiveCascade[], late: number): Scenarios | null {
  const scenarios = live.flatMap(({ cascade, age }) => {
    const told = decayScenarios(cascade, age - late);
    // What has come in since is part of what was to come.
    return told === null ? [] : [{ ...told, size: countAtMost(cascade.times, age) }];
  });
  if (scenarios.length === 0) return null;
  const total = (more: (scenario: (typeof scenarios)[number]) => number) =>
    scenarios.reduce((sum, scenario) => sum + more(scenario), 0);
  return {
    size,
    pace: total(({ pace }) => pace),
    fading: size + total(({ fast, size: known }) => Math.max(0, fast - known)),
    lasting: size + total(({ slow, size: known }) => Math.max(0, slow - known)),
  };
}

/** The Forecast page's answer. */
export const forecastAnswer: Answer<CampaignForecast> = (read, question) => {
  const { inputs, forest, lags, asOf, horizon } = chosenCascades(read, question);
  const known = { forest, lags, history: read.history(asOf - horizon), issued: read.issued(horizon) };
  const completeUntil = Math.min(asOf, inputs.completeUntil(question.asOf));
  return analyseForecast(known, { asOf, horizon, completeUntil, zone: question.zone });
};
