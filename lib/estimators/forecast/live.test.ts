import { describe, expect, it } from "vitest";
import {
  live,
  past,
  ROOT_ALONE,
  starOf,
  TASK,
  TREE,
  UTC,
} from "#lib/estimators/forecast/testing/cascades.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { HOUR } from "#lib/time/lengths.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { decayScenarios, forecastCascade, forecastLive, goalProbability } from "./live.ts";
import { fitCountForecast, fitFullForecast } from "./models.ts";

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

describe("forecastLive", () => {
  const model = fitCountForecast(past, TASK);

  it("is the forecast of the model's age, and no end of it below what is there by now", () => {
    const [cascade] = live;
    const forecast = forecastCascade(model, cascade!);
    if (forecast.value === null) throw new Error("no forecast");
    expect(forecastLive(model, cascade!, HOUR)).toEqual({ ...forecast, isUnlike: false });
    const seen = cascade!.times.filter((time) => time <= HOUR);
    const many = Math.ceil(forecast.value) + 1;
    const times = Float64Array.from({ length: many }, (_, i) => seen[i] ?? 2 * HOUR);
    const { value, interval80 } = forecastLive(model, starOf("many", times), 2 * HOUR) as typeof forecast;
    expect([value, interval80]).toEqual([many, { low: many, high: forecast.interval80.high }]);
  });

  it("knows a cascade unlike any before, such as one ten times as large", () => {
    const many = Float64Array.from({ length: 20_000 }, (_, i) => (i * HOUR) / 20_000);
    expect(forecastLive(model, starOf("giant", many), HOUR)).toMatchObject({ isUnlike: true });
  });

  it("needs two shares, too", () => {
    expect(forecastLive(model, ROOT_ALONE, 3 * HOUR)).toEqual({ value: null, why: "too-few" });
  });
});

describe("goals", () => {
  const model = fitCountForecast(past, TASK);

  it("are as probable as they turn out to be", () => {
    const twice = ({ times }: CascadeTimes) => 2 * countAtMost(times, HOUR);
    const expected = live.map((cascade) => goalProbability(model, cascade, twice(cascade))!);
    const happened = live.filter((cascade) => cascade.times.length >= twice(cascade));
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
  });
});

it("scenarios follow the decay law, and need two shares", () => {
  const scenarios = decayScenarios(TREE, 10_000)!;
  expect(scenarios).toMatchObject({ seen: 6, pace: 4 });
  expect(scenarios.fast).toBeCloseTo(6 + 4 / (2 ** 1.5 - 1), 12);
  expect(scenarios.slow).toBeCloseTo(6 + 4 / (2 ** 0.3 - 1), 12);
  expect(decayScenarios(TREE, 999)).toBeNull();
  expect(decayScenarios(TREE, 1000)).toMatchObject({ seen: 2, pace: 1 });
});
