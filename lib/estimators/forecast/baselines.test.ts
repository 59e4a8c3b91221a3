import { expect, it } from "vitest";
import { activityClock } from "./activity-clock.ts";
import { branchingForecast } from "./branching-forecast.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { decayScenarios } from "./decay-scenarios.ts";
import { evaluateForecast } from "./evaluate-forecast.ts";
import { fullFeatures } from "./full-features.ts";
import { gridAge } from "./grid-age.ts";

const HOUR = 3_600_000;

const TREE: CascadeTimes = {
  id: "tree",
  startedAt: 0,
  times: Float64Array.of(0, 1000, 6000, 7000, 8000, 9000, 20_000),
  parent: Int32Array.of(-1, 0, 1, 1, 0, 2, 5),
  depth: Int32Array.of(0, 1, 2, 2, 1, 3, 4),
};

it("scenarios follow the decay law, and need two shares", () => {
  const scenarios = decayScenarios(TREE, 10_000)!;
  expect(scenarios).toMatchObject({ seen: 6, pace: 4 });
  expect(scenarios.fast).toBeCloseTo(6 + 4 / (2 ** 1.5 - 1), 12);
  expect(scenarios.slow).toBeCloseTo(6 + 4 / (2 ** 0.3 - 1), 12);
  expect(decayScenarios(TREE, 999)).toBeNull();
  expect(decayScenarios(TREE, 1000)).toMatchObject({ seen: 2, pace: 1 });
});

it("the grid takes the latest age passed", () => {
  expect([0, HOUR / 4 - 1, HOUR / 4, HOUR, 5 * HOUR, 24 * HOUR, 1000 * HOUR].map(gridAge)).toEqual(
    [null, null, 1 / 4, 1, 3, 24, 168].map((hours) => hours && hours * HOUR),
  );
});

it("the clock gives mean activity relative to a mean day", () => {
  const at = (hour: number) => ({ ...TREE, startedAt: hour * HOUR });
  const even = activityClock([], () => 0);
  expect(even(0, 24 * HOUR)).toBeCloseTo(1, 12);
  expect(even(5.1 * HOUR, 6.3 * HOUR)).toBeCloseTo(1, 12);
  // Six shares at 3 h by the wall, one in each of 96 quarters: 102 a day.
  const night = activityClock([at(1)], () => 2 * HOUR);
  expect(night(3 * HOUR, 3.25 * HOUR)).toBeCloseTo((7 * 96) / 102, 12);
  expect(night(27 * HOUR, 27.25 * HOUR)).toBeCloseTo((7 * 96) / 102, 10);
  expect(night(4 * HOUR, 5 * HOUR)).toBeCloseTo(96 / 102, 12);
  expect(night(-10 * HOUR, 38 * HOUR)).toBeCloseTo(1, 12);
});

it("full features describe pace, tree and hour", () => {
  const clock = { offset: () => 6 * HOUR - 10_000, activity: () => Math.E };
  const features = Array.from(fullFeatures(TREE, 10_000, clock), (value) => value);
  const counts = [6, 4 + 1, 2 + 1, 1 + 1, 0 + 1, 1 + 0, 2, 6.5 + 1, 2 + 1, 3 + 1, 2 + 1, 3 + 1, 9 / 5 + 1];
  counts.forEach((count, i) => {
    expect(features[i]).toBeCloseTo(Math.log(count), 12);
  });
  const harmonics = [1, 1, 1, 1, 0, 0, -1];
  harmonics.forEach((value, i) => {
    expect(features[counts.length + i]).toBeCloseTo(value, 12);
  });
});

it("branching carries children per due child on to the end", () => {
  const cdf = (age: number) => Math.min(1, age / 20_000);
  const priors = { seed: { shape: 1, rate: 1 }, sharer: { shape: 2, rate: 4 } };
  const seedWeight = (1 + 2) / (1 + 0.5);
  const ages = [9000, 4000, 3000, 2000, 1000];
  const exposure = ages.reduce((sum, age) => sum + age / 20_000, 0);
  const branching = (2 + 3) / (4 + exposure);
  expect(branchingForecast(TREE, 10_000, cdf, priors)).toBe(Infinity);
  const calm = { ...priors, sharer: { shape: 2, rate: 14 } };
  const rate = (2 + 3) / (14 + exposure);
  expect(branching).toBeGreaterThan(1);
  expect(branchingForecast(TREE, 10_000, cdf, calm)).toBeCloseTo(
    6 + (seedWeight * 0.5 + rate * (5 - exposure)) / (1 - rate),
    12,
  );
});

it("scores by the protocol, interval ends as whole shares", () => {
  const outcome = (final: number, value: number, low: number, high: number) => ({
    final,
    forecast: { value, interval80: { low, high }, interval95: { low: low / 2, high: 2 * high } },
  });
  const outcomes = [outcome(10, 12, 10.5, 20), outcome(20, 50, 21, 80), outcome(40, 40, 20, 39.5)];
  const scores = evaluateForecast(outcomes)!;
  expect(scores).toMatchObject({ cascades: 3, withinFactor2: 2 / 3, interval80: { coverage: 2 / 3 } });
  expect(scores.medianApe).toBeCloseTo(0.2, 12);
  expect(scores.bias).toBeCloseTo(Math.log(1.2), 12);
  expect(scores.interval80.ratio).toBeCloseTo(39.5 / 20, 12);
  expect(scores.interval95?.coverage).toBe(1);
  const [first, ...others] = outcomes;
  const without = { ...first!, forecast: { ...first!.forecast, interval95: null } };
  expect(evaluateForecast([without, ...others])?.interval95).toBeNull();
  expect(evaluateForecast([])).toBeNull();
});
