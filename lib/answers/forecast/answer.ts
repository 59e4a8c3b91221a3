import type { Answer } from "#lib/answers/answer.ts";
import { chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import type { SizeForecast } from "#lib/estimators/forecast/live.ts";
import { decayScenarios, forecastLive, goalProbability } from "#lib/estimators/forecast/live.ts";
import { forecastTotal } from "#lib/estimators/forecast/total.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { zoneOffset } from "#lib/time/zone-clock.ts";
import type { CampaignForecast, CascadeForecast, ColdStart, PredictionBand } from "./forecast.ts";
import { forecastError } from "./forecast-error.ts";
import { type LiveCascade, liveCascades, type PastCascade } from "./live-cascades.ts";
import { sizeCurve } from "./size-curve.ts";

/** Fixed, so that equal events give equal forecasts. */
const SEED = 4;
/** Features of the count ridge; a model with more is the full version. */
const COUNT_FEATURES = 4;

/**
 * How far a campaign will go: the final size of every cascade younger than the horizon and of all together
 * (METRICS §8), learned from the finished cascades of the workspace.
 */
export function analyseForecast(
  forest: ForestInput,
  history: readonly PastCascade[],
  { asOf, horizon, zone }: { asOf: number; horizon: number; zone: string },
): CampaignForecast {
  const frame = { asOf, horizon, offset: (at: number) => zoneOffset(zone, at) };
  const live = liveCascades(forest, history, frame);
  const cascades = live.flatMap(predict);
  const known = new Set(cascades.map(({ root }) => root));
  const moving = live.flatMap((one) => (known.has(one.cascade.id) ? withModel(one) : []));
  const settled = forest.size - cascades.reduce((sum, { size }) => sum + size, 0);
  const total = forecastTotal(moving, seededRandom(SEED));
  const isFull = moving.some(({ model, cascade }) => model.features(cascade).length > COUNT_FEATURES);
  return {
    ...{ asOf, horizon },
    finished: history.length,
    alive: live.length,
    size: forest.size,
    total: total.value === null ? null : { final: settled + total.value, band: bandOf(total, settled) },
    draws: total.value === null ? [] : Array.from(total.draws, (draw) => settled + draw),
    coldStart: cascades.length > 0 ? null : coldStart(forest.size, live),
    method: total.value === null ? null : isFull ? "full" : "count-ridge",
    cascades: cascades.sort((a, b) => b.final - a.final || (a.root < b.root ? -1 : 1)),
    medianError: forecastError(history, frame),
    curve: sizeCurve(forest.at),
  };
}

function withModel({ cascade, age, model }: LiveCascade) {
  return model === null ? [] : [{ cascade, model, size: countAtMost(cascade.times, age) }];
}

function predict(live: LiveCascade): CascadeForecast[] {
  return withModel(live).flatMap(({ cascade, model, size }) => {
    const forecast = forecastLive(model, cascade, live.age);
    if (forecast.value === null) return [];
    return {
      ...{ root: cascade.id, startedAt: cascade.startedAt, age: live.age, size },
      final: forecast.value,
      band: bandOf(forecast),
      doubles: goalProbability(model, cascade, 2 * size),
    };
  });
}

/** @param more added to every end */
function bandOf({ interval80, interval95 }: SizeForecast, more = 0): PredictionBand {
  return {
    low80: interval80.low + more,
    high80: interval80.high + more,
    low95: interval95 && interval95.low + more,
    high95: interval95 && interval95.high + more,
  };
}

/** Null where nothing that is alive has two shares. */
function coldStart(size: number, live: readonly LiveCascade[]): ColdStart | null {
  const scenarios = live.flatMap(({ cascade, age }) => decayScenarios(cascade, age) ?? []);
  if (scenarios.length === 0) return null;
  const total = (more: (scenario: (typeof scenarios)[number]) => number) =>
    scenarios.reduce((sum, scenario) => sum + more(scenario), 0);
  return {
    size,
    pace: total(({ pace }) => pace),
    fading: size + total(({ fast, seen }) => fast - seen),
    lasting: size + total(({ slow, seen }) => slow - seen),
  };
}

/** The Forecast page's answer. */
export const forecastAnswer: Answer<CampaignForecast> = (read, question) => {
  const { forest, asOf, horizon } = chosenCascades(read, question);
  return analyseForecast(forest, read.history(asOf - horizon), { asOf, horizon, zone: question.zone });
};
