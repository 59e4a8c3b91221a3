import { cascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { forecastModels } from "#lib/estimators/forecast/models.ts";
import type { OfCampaign } from "#lib/estimators/forecast/past-campaigns.ts";
import type { ForecastModel } from "#lib/estimators/forecast/ridge.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";

/** A cascade of the past, its campaign and the channel of its seed. */
export type PastCascade = OfCampaign & { readonly channel: string };

/** A cascade younger than the horizon. */
export interface LiveCascade {
  readonly cascade: PastCascade;
  /** Milliseconds since its root. */
  readonly age: number;
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

/** The cascades of a campaign that still grow. */
export function liveCascades(
  forest: ForestInput,
  { asOf, horizon }: Pick<ForecastFrame, "asOf" | "horizon">,
): LiveCascade[] {
  const channelOf = new Map(
    Array.from(forest.roots, (root) => [forest.codes[root], forest.channels[forest.channel[root] ?? 0]]),
  );
  return cascadeTimes(forest, forest.codes)
    .filter(({ startedAt }) => asOf - startedAt < horizon)
    .map((cascade) => ({
      cascade: { ...cascade, campaignId: 0, channel: channelOf.get(cascade.id) ?? "" },
      age: asOf - cascade.startedAt,
    }));
}

/** Models for cascades of any age, each fitted when first used, on history of a cascade's kind. */
export function modelsByKind(
  history: readonly PastCascade[],
  { horizon, offset }: Pick<ForecastFrame, "horizon" | "offset">,
): (cascade: Pick<PastCascade, "channel">, age: number) => ForecastModel | null {
  const all = forecastModels(history, horizon, offset);
  const own = new Map<string, (age: number) => ForecastModel | null>();
  const modelsOf = (channel: string) => {
    const ofChannel = history.filter((past) => past.channel === channel);
    return ofChannel.length >= OWN_HISTORY ? forecastModels(ofChannel, horizon, offset) : all;
  };
  return ({ channel }, age) => {
    const models = own.get(channel) ?? modelsOf(channel);
    own.set(channel, models);
    return models(age);
  };
}
