import { describe, expect, it } from "vitest";
import { drawGamma, drawLomax, drawPoisson } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { countUntil } from "./count-until.ts";
import { doublingProbability } from "./doubling-probability.ts";
import { evaluateForecast } from "./evaluate-forecast.ts";
import { fitCountForecast } from "./fit-count-forecast.ts";
import { fitForecast } from "./fit-forecast.ts";
import { fitFullForecast } from "./fit-full-forecast.ts";
import { forecastCascade } from "./forecast-cascade.ts";
import type { ForecastModel } from "./forecast-model.ts";
import { forecastTotal } from "./forecast-total.ts";
import { goalProbability } from "./goal-probability.ts";

const HOUR = 3_600_000;
const TASK = { age: HOUR, horizon: 168 * HOUR };
const UTC = () => 0;

const starOf = (id: string, times: Float64Array): CascadeTimes => ({
  id,
  startedAt: 1_700_000_000_000,
  times,
  parent: Int32Array.from(times, (_, i) => (i === 0 ? -1 : 0)),
  depth: Int32Array.from(times, (_, i) => (i === 0 ? 0 : 1)),
});

/** Exchangeable cascades: a size of their own, children of the root with heavy-tailed lags. */
function simulate(random: Random, cascades: number): CascadeTimes[] {
  return Array.from({ length: cascades }, (_, i) => {
    const size = 5 + drawPoisson(random, 100 * drawGamma(random, 1.5));
    const lags = Array.from({ length: size }, () => Math.min(drawLomax(random, 1, HOUR), 160 * HOUR));
    return starOf(`c${i}`, Float64Array.of(0, ...lags).sort());
  }).filter(({ times }) => times[1]! <= HOUR);
}

function outcomesOf(model: ForecastModel, cascades: readonly CascadeTimes[]) {
  return cascades.flatMap((cascade) => {
    const forecast = forecastCascade(model, cascade);
    return forecast.value === null ? [] : [{ forecast, final: cascade.times.length }];
  });
}

const random = seededRandom(11);
const past = simulate(random, 300);
const live = simulate(random, 600);
const ROOT_ALONE = starOf("alone", Float64Array.of(0, 2 * HOUR));

describe("coverage of exchangeable cascades, over twenty histories", () => {
  const full = (history: readonly CascadeTimes[]) => fitFullForecast(history, TASK, UTC);
  const count = (history: readonly CascadeTimes[]) => fitCountForecast(history, TASK);
  it.each([
    ["count ridge on 79", 79, count],
    ["count ridge on 200", 200, count],
    ["full version on 250", 250, full],
  ])("%s", (_name, m, learn) => {
    const outcomes = Array.from({ length: 20 }, (_, seed) => {
      const cascades = simulate(seededRandom(seed), m + 80);
      return outcomesOf(learn(cascades.slice(0, -80)), cascades.slice(-80));
    });
    const scores = evaluateForecast(outcomes.flat())!;
    expect(scores.cascades).toBe(1600);
    // The band of METRICS §8.4. Whole shares and errors from nine tenths of the history both widen a little.
    expect(scores.interval80.coverage).toBeGreaterThan(0.77);
    expect(scores.interval80.coverage).toBeLessThan(0.88);
    expect(scores.interval95!.coverage).toBeGreaterThan(0.93);
    expect(scores.interval95!.coverage).toBeLessThan(0.98);
    expect(Math.abs(scores.bias)).toBeLessThan(0.05);
  });
});

describe("forecastCascade", () => {
  const model = fitCountForecast(past, TASK);

  it("gives ordered intervals that hold the point and start at what is seen", () => {
    for (const cascade of live) {
      const forecast = forecastCascade(model, cascade);
      if (forecast.value === null || forecast.interval95 === null) throw new Error("no forecast");
      const { value, interval80, interval95 } = forecast;
      const seen = cascade.times.filter((time) => time <= HOUR).length;
      const ends = [seen, interval95.low, interval80.low, value, interval80.high, interval95.high];
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    }
  });

  it("does not read what comes after the age", () => {
    const [cascade] = live;
    const cut = starOf(
      "cut",
      cascade!.times.filter((time) => time <= HOUR),
    );
    expect(forecastCascade(model, cut)).toEqual(forecastCascade(model, cascade!));
    const full = fitFullForecast(past, TASK, UTC);
    expect(forecastCascade(full, cut)).toEqual(forecastCascade(full, cascade!));
  });

  it("needs two shares", () => {
    expect(forecastCascade(model, ROOT_ALONE)).toEqual({ value: null, why: "too-few" });
    expect(forecastCascade(model, starOf("two", Float64Array.of(0, HOUR))).value).toBeGreaterThan(2);
  });

  it("has a 95 % interval from 39 past cascades on", () => {
    const at = (m: number) => forecastCascade(fitCountForecast(past.slice(0, m), TASK), live[0]!);
    expect(at(38)).toMatchObject({ interval80: { low: expect.any(Number) }, interval95: null });
    expect(at(39)).toMatchObject({ interval95: { low: expect.any(Number), high: expect.any(Number) } });
  });

  it("knows the end when nothing ever followed", () => {
    const ended = past.map(({ id, times }) =>
      starOf(
        id,
        times.filter((time) => time <= HOUR),
      ),
    );
    const forecast = forecastCascade(fitCountForecast(ended, TASK), ended[0]!);
    const n = ended[0]!.times.length;
    expect(forecast).toEqual({ value: n, interval80: { low: n, high: n }, interval95: { low: n, high: n } });
  });
});

describe("fitForecast", () => {
  it("takes the version that the history allows, counting cascades of two shares by the age", () => {
    const widths = [14, 15, 249, 250].map(
      (m) => fitForecast([ROOT_ALONE, ...past.slice(0, m)], TASK, UTC)?.size.mean.length ?? null,
    );
    expect(widths).toEqual([null, 4, 4, 24]);
  });

  it("stands between the root and the horizon", () => {
    for (const age of [0, TASK.horizon, Number.NaN]) {
      expect(() => fitCountForecast(past, { age, horizon: TASK.horizon })).toThrow(RangeError);
    }
    expect(fitCountForecast(past, { age: HOUR, horizon: Infinity }).z).toHaveLength(past.length);
  });

  it("reads the clock on the wall of the zone", () => {
    const at = (hours: number) => fitFullForecast(past, TASK, () => hours * HOUR).features(past[0]!);
    expect(at(24)).toEqual(at(0));
    expect(at(7)).not.toEqual(at(0));
  });
});

describe("goals", () => {
  const model = fitCountForecast(past, TASK);

  it("are as probable as they turn out to be", () => {
    const expected = live.map((cascade) => doublingProbability(model, cascade)!);
    const happened = live.filter(({ times }) => times.length >= 2 * times.filter((at) => at <= HOUR).length);
    const mean = expected.reduce((sum, p) => sum + p, 0) / live.length;
    expect(Math.abs(mean - happened.length / live.length)).toBeLessThan(0.06);
  });

  it("are certain when reached, fall with their size, and have none without a forecast", () => {
    const [cascade] = live;
    const n = cascade!.times.filter((at) => at <= HOUR).length;
    const chances = [n, n + 1, 2 * n, 4 * n, 1e9].map((goal) => goalProbability(model, cascade!, goal)!);
    expect(chances[0]).toBe(1);
    expect(chances.at(-1)).toBe(0);
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    expect(goalProbability(model, ROOT_ALONE, 5)).toBeNull();
    expect(doublingProbability(model, ROOT_ALONE)).toBeNull();
  });
});

describe("forecastTotal", () => {
  const model = fitCountForecast(past, TASK);
  const forecastable = (cascade: CascadeTimes) => ({
    model,
    cascade,
    size: countUntil(cascade.times, model.age),
  });
  const parts = live.slice(0, 40).map(forecastable);

  it("covers the sums of exchangeable cascades", () => {
    const totals = Array.from({ length: 40 }, (_, i) => {
      const some = live.slice(14 * i, 14 * i + 14);
      const forecast = forecastTotal(some.map(forecastable), seededRandom(i));
      if (forecast.value === null) throw new Error("no forecast");
      return { forecast, final: some.reduce((sum, { times }) => sum + times.length, 0) };
    });
    const scores = evaluateForecast(totals)!;
    expect(scores.interval80.coverage).toBeGreaterThan(0.65);
    expect(scores.interval95!.coverage).toBeGreaterThan(0.85);
    expect(Math.abs(scores.bias)).toBeLessThan(0.1);
  });

  it("repeats itself for a seed, and leaves cascades of one share out", () => {
    const total = forecastTotal(parts, seededRandom(1));
    expect(forecastTotal([forecastable(ROOT_ALONE), ...parts], seededRandom(1))).toEqual(total);
    expect(forecastTotal([forecastable(ROOT_ALONE)], seededRandom(1))).toEqual({
      value: null,
      why: "too-few",
    });
    expect(forecastTotal([], seededRandom(1))).toEqual({ value: null, why: "too-few" });
  });

  it("never ends below what is there already", () => {
    const grown = parts.map((part) => ({ ...part, size: 10_000 }));
    expect(forecastTotal(grown, seededRandom(1))).toMatchObject({
      value: 400_000,
      interval80: { low: 400_000 },
    });
  });

  it("has no 95 % interval when one history is too short for it", () => {
    const short = { ...forecastable(live[0]!), model: fitCountForecast(past.slice(0, 38), TASK) };
    expect(forecastTotal(parts, seededRandom(1))).not.toMatchObject({ interval95: null });
    expect(forecastTotal([...parts, short], seededRandom(1))).toMatchObject({ interval95: null });
  });
});
