import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { live, past, ROOT_ALONE, TASK } from "#lib/estimators/forecast/testing/cascades.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import type { CascadeTimes } from "./cascade-times.ts";
import { evaluateForecast } from "./evaluation.ts";
import { fitCountForecast } from "./models.ts";
import { forecastTotal, probabilityOfTotal } from "./total.ts";

describe("forecastTotal", () => {
  const model = fitCountForecast(past, TASK);
  const forecastable = (cascade: CascadeTimes) => ({
    model,
    cascade,
    size: countAtMost(cascade.times, model.age),
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

describe("probability of a total", () => {
  it("is the part of the draws that reach the goal, the goal itself included", () => {
    const draws = [10, 20, 20, 30];
    expect(probabilityOfTotal(draws, 20)).toBe(0.75);
    expect(probabilityOfTotal(draws, 21)).toBe(0.25);
  });

  it("never claims certainty from draws, and knows nothing without them", () => {
    expect(probabilityOfTotal([10, 20], 5)).toBe(0.75);
    expect(probabilityOfTotal([10, 20], 50)).toBe(0.25);
    expect(probabilityOfTotal([], 5)).toBeNull();
  });

  it("falls as the goal rises and agrees with counting", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (numbers) => {
        const draws = numbers.toSorted((a, b) => a - b);
        let last = 1;
        for (let goal = 0; goal <= 51; goal++) {
          const counted = draws.filter((draw) => draw >= goal).length / draws.length;
          const p = probabilityOfTotal(draws, goal) ?? Number.NaN;
          expect(p).toBeLessThanOrEqual(last);
          expect(Math.abs(p - counted)).toBeLessThanOrEqual(0.5 / draws.length + 1e-12);
          last = p;
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});
