import { expect, it } from "vitest";
import { evaluateForecast } from "./evaluation.ts";

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
