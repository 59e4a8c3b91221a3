import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { type ForecastModel, predictLeftOut, sharesToCome } from "./ridge.ts";

/** A cascade looked at when it was of an age of the grid; 0: too young for any. */
export interface Glance<C extends CascadeTimes> {
  readonly cascade: C;
  /** Milliseconds since its root. */
  readonly age: number;
}

/** What forecasts of a campaign are made with. */
export interface ForecastSource<C extends CascadeTimes> {
  /** Milliseconds since the root. */
  readonly horizon: number;
  readonly history: readonly C[];
  /** The model of a cascade's kind for an age of the grid; null where the history is too short. */
  readonly modelFor: (cascade: C, age: number) => ForecastModel | null;
}

/** A past cascade under a fit that has not seen its campaign, in ln(1 + shares to come). */
export interface Replayed {
  readonly age: number;
  readonly expected: number;
  readonly outcome: number;
  /** How far cascades like it go astray, to compare with others. */
  readonly scale: number;
}

/** Expectations of ln(1 + shares to come), each model's worked out when it is first asked for. */
export interface Expectations<C extends CascadeTimes> {
  /** Of a cascade that still grows; 0 where neither a model nor the history has a word on it, on a scale of its own. */
  ofLive(glance: Glance<C>): Pick<Replayed, "expected" | "scale">;
  ofPast(glance: Glance<C>): Replayed;
}

/**
 * A cascade for which there is no model, being a root alone or too young, is expected to fare as past cascades of its
 * age that stood so did.
 * @param campaignOf number of a past cascade's campaign, left out of the fit as a whole
 */
export function expectations<C extends CascadeTimes>(
  { horizon, history, modelFor }: ForecastSource<C>,
  campaignOf: ReadonlyMap<CascadeTimes, number>,
): Expectations<C> {
  const leftOut = new Map<ForecastModel, Map<CascadeTimes, number>>();
  const means = new Map<string, number>();
  const ofModel = (model: ForecastModel) => {
    const known = leftOut.get(model) ?? predictLeftOut(model, (cascade) => campaignOf.get(cascade));
    leftOut.set(model, known);
    return known;
  };
  const meanOf = (cascade: C, age: number) => {
    const isOwn = isPlaced(cascade, age);
    const key = `${age} ${isOwn}`;
    const known = means.get(key) ?? meanOutcome(history.filter((past) => isPlaced(past, age) === isOwn));
    means.set(key, known);
    return known;

    function meanOutcome(cascades: readonly CascadeTimes[]): number {
      const sum = cascades.reduce((so, past) => so + Math.log1p(sharesToCome(past, age, horizon)), 0);
      return cascades.length === 0 ? 0 : sum / cascades.length;
    }
  };
  return {
    ofLive({ cascade, age }) {
      const model = isPlaced(cascade, age) ? modelFor(cascade, age) : null;
      if (model === null) return { expected: meanOf(cascade, age), scale: 1 };
      const expected = Math.max(0, model.size.predict(model.features(cascade)));
      return { expected, scale: scaleOf(model, cascade, expected) };
    },
    ofPast({ cascade, age }) {
      const model = isPlaced(cascade, age) ? modelFor(cascade, age) : null;
      const expected = model === null ? undefined : ofModel(model).get(cascade);
      const outcome = Math.log1p(sharesToCome(cascade, age, horizon));
      if (model === null || expected === undefined)
        return { age, outcome, expected: meanOf(cascade, age), scale: 1 };
      return { age, outcome, expected, scale: scaleOf(model, cascade, expected) };
    },
  };
}

/**
 * Looks at past campaigns as the live one is looked at: at cascades of the same ages in the same mixture, as many as
 * there are but no more than the live one has.
 * @param live ages of the live cascades
 */
export function glancesBack<C extends CascadeTimes>(
  campaign: readonly C[],
  live: readonly number[],
): Glance<C>[] {
  const oldestFirst = live.toSorted((a, b) => b - a);
  const count = Math.min(campaign.length, live.length);
  const spread = (length: number, i: number) => Math.floor(((i + 0.5) * length) / count);
  return Array.from({ length: count }, (_, i) => ({
    cascade: campaign[spread(campaign.length, i)] as C,
    age: oldestFirst[spread(live.length, i)] ?? 0,
  }));
}

function scaleOf(model: ForecastModel, cascade: CascadeTimes, expected: number): number {
  return Math.exp(model.scale.predict(Float64Array.of(...model.features(cascade), expected)));
}

function isPlaced(cascade: CascadeTimes, age: number): boolean {
  return age > 0 && countAtMost(cascade.times, age) >= 2;
}
