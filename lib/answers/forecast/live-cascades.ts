import { type CascadeTimes, cascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { forecastModels } from "#lib/estimators/forecast/models.ts";
import type { ForecastModel } from "#lib/estimators/forecast/ridge.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";

/** A cascade of the past and the channel of its seed. */
export type PastCascade = CascadeTimes & { readonly channel: string };

/** A cascade younger than the horizon, with the model that forecasts it if there is one. */
export interface LiveCascade {
  readonly cascade: CascadeTimes;
  /** Milliseconds since its root. */
  readonly age: number;
  readonly model: ForecastModel | null;
}

/** When forecasts are made and for when. */
export interface ForecastFrame {
  readonly asOf: number;
  readonly horizon: number;
  /** Milliseconds to add to UTC for the audience's clock. */
  readonly offset: (at: number) => number;
}

/** A channel with this much history of its own is forecast from that alone (METRICS §8.2). */
const OWN_HISTORY = 60;

/** The cascades of a campaign that still grow, each with a model fitted on history of its kind. */
export function liveCascades(
  forest: ForestInput,
  history: readonly PastCascade[],
  { asOf, horizon, offset }: ForecastFrame,
): LiveCascade[] {
  const channelOf = new Map(
    Array.from(forest.roots, (root) => [forest.codes[root], forest.channel[root] ?? 0]),
  );
  const all = forecastModels(history, horizon, offset);
  const models = forest.channels.map((channel) => {
    const own = history.filter((past) => past.channel === channel);
    return own.length >= OWN_HISTORY ? forecastModels(own, horizon, offset) : all;
  });
  return cascadeTimes(forest, forest.codes)
    .filter(({ startedAt }) => asOf - startedAt < horizon)
    .map((cascade) => {
      const age = asOf - cascade.startedAt;
      const modelAt = models[channelOf.get(cascade.id) ?? 0] ?? all;
      return { cascade, age, model: modelAt(age) };
    });
}
