import { describe, expect, it } from "vitest";
import { past, ROOT_ALONE, simulate, TASK, UTC } from "#lib/estimators/forecast/testing/cascades.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { HOUR } from "#lib/time/lengths.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { evaluateForecast } from "./evaluation.ts";
import { forecastCascade } from "./live.ts";
import { fitCountForecast, fitForecast, fitFullForecast, gridAge } from "./models.ts";
import type { ForecastModel } from "./ridge.ts";

function outcomesOf(model: ForecastModel, cascades: readonly CascadeTimes[]) {
  return cascades.flatMap((cascade) => {
    const forecast = forecastCascade(model, cascade);
    return forecast.value === null ? [] : [{ forecast, final: cascade.times.length }];
  });
}

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

it("the grid takes the latest age passed", () => {
  expect([0, HOUR / 4 - 1, HOUR / 4, HOUR, 5 * HOUR, 24 * HOUR, 1000 * HOUR].map(gridAge)).toEqual(
    [null, null, 1 / 4, 1, 3, 24, 168].map((hours) => hours && hours * HOUR),
  );
});
