import { describe, expect, it } from "vitest";
import type { IssuedForecast } from "#lib/domain/issued-forecast.ts";
import { logIntervalScore } from "#lib/stats/wis.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { scoreForecasts } from "./scores.ts";

const issued = (observed: number | null, more: Partial<IssuedForecast> = {}): IssuedForecast => {
  return { age: HOUR, final: 110, low80: 80.5, high80: 150.2, low95: 60, high95: 240, observed, ...more };
};
const many = (count: number, observed: number | null, more: Partial<IssuedForecast> = {}) =>
  Array.from({ length: count }, () => issued(observed, more));

describe("what came of issued forecasts", () => {
  it("is counted from the first, and told in figures from twenty on", () => {
    expect(scoreForecasts([])).toEqual([{ age: null, scored: 0, waiting: 0, figures: null }]);
    const [all, hour, day] = scoreForecasts([
      ...many(1, 100, { age: DAY }),
      ...many(19, 100),
      ...many(3, null),
    ]);
    expect(all).toMatchObject({ age: null, scored: 20, waiting: 3, figures: { coverage80: 1 } });
    expect(hour).toEqual({ age: HOUR, scored: 19, waiting: 3, figures: null });
    expect(day).toEqual({ age: DAY, scored: 1, waiting: 0, figures: null });
  });

  it("is the part that the ranges held, as whole shares, the mean interval score and the median error", () => {
    const [{ figures } = { figures: null }] = scoreForecasts([
      ...many(10, 80),
      ...many(5, 151),
      ...many(4, 152),
      ...many(6, 241),
    ]);
    expect(figures).toMatchObject({ coverage80: 15 / 25, coverage95: 19 / 25, medianApe: 30 / 80 });
    const wis = (observed: number) =>
      logIntervalScore(observed, 110, [
        { level: 0.8, low: 80.5, high: 150.2 },
        { level: 0.95, low: 60, high: 240 },
      ]);
    expect(figures?.wis).toBeCloseTo((10 * wis(80) + 5 * wis(151) + 4 * wis(152) + 6 * wis(241)) / 25, 12);
  });

  it("has no coverage where no range was given, and nothing of what was taken back", () => {
    const none = { low80: null, high80: null, low95: null, high95: null };
    const [all] = scoreForecasts([...many(20, 100, none), ...many(4, 0)]);
    expect(all).toMatchObject({ scored: 20, waiting: 0 });
    expect(all?.figures).toMatchObject({ coverage80: null, coverage95: null, wis: null });
    expect(all?.figures?.medianApe).toBeCloseTo(0.1, 12);
  });
});
