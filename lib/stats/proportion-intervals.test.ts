import { describe, expect, it } from "vitest";
import { betaPosteriorInterval } from "./beta-posterior-interval.ts";
import { clopperPearsonInterval } from "./clopper-pearson-interval.ts";
import { jeffreysInterval } from "./jeffreys-interval.ts";
import oracle from "./oracles/intervals.json" with { type: "json" };
import { poissonRateInterval } from "./poisson-rate-interval.ts";
import { wilsonInterval } from "./wilson-interval.ts";

const INTERVALS = [
  ["wilson", wilsonInterval, 1e-12],
  ["jeffreys", jeffreysInterval, 1e-9],
  ["clopper_pearson", clopperPearsonInterval, 1e-9],
  ["beta_uniform_prior", betaPosteriorInterval, 1e-9],
] as const;

describe.each(INTERVALS)("%s against R", (name, interval, tolerance) => {
  it.each(oracle.proportions)("$input.x of $input.n", ({ input, expected }) => {
    for (const [level, ends] of [
      [0.8, expected.level80],
      [0.95, expected.level95],
    ] as const) {
      const { low, high } = interval(input.x, input.n, level) ?? { low: NaN, high: NaN };
      expect(Math.abs(low - (ends[name][0] ?? NaN))).toBeLessThan(tolerance);
      expect(Math.abs(high - (ends[name][1] ?? NaN))).toBeLessThan(tolerance);
    }
  });

  it("has level 95 % unless told, is ordered and mirrors successes and failures", () => {
    const { low, high } = interval(3, 17) ?? { low: NaN, high: NaN };
    expect({ low, high }).toEqual(interval(3, 17, 0.95));
    expect(low).toBeLessThan(3 / 17);
    expect(high).toBeGreaterThan(3 / 17);
    expect(interval(14, 17)?.low).toBeCloseTo(1 - high, 12);
  });

  it("refuses what is no proportion", () => {
    for (const [x, n] of [
      [-1, 4],
      [5, 4],
      [NaN, 4],
      [0, NaN],
    ] as const) {
      expect(() => interval(x, n)).toThrow(RangeError);
    }
  });
});

it("is one-sided for none and for all", () => {
  for (const interval of [wilsonInterval, jeffreysInterval, clopperPearsonInterval]) {
    expect(interval(0, 7)?.low).toBe(0);
    expect(interval(7, 7)?.high).toBe(1);
  }
});

it("is null without trials, where the posterior is the prior", () => {
  for (const interval of [wilsonInterval, jeffreysInterval, clopperPearsonInterval]) {
    expect(interval(0, 0)).toBeNull();
  }
  expect(betaPosteriorInterval(0, 0).high).toBeCloseTo(0.975, 12);
});

describe("Poisson rate against R", () => {
  it.each(oracle.rates)("$input.events in $input.exposure", ({ input, expected }) => {
    const { low, high } = poissonRateInterval(input.events, input.exposure) ?? { low: NaN, high: NaN };
    expect(Math.abs(low - (expected.exact95[0] ?? NaN))).toBeLessThan(1e-9);
    expect(Math.abs(high - (expected.exact95[1] ?? NaN))).toBeLessThan(1e-9);
  });

  it("is null without exposure and refuses negative numbers", () => {
    expect(poissonRateInterval(0, 0)).toBeNull();
    expect(() => poissonRateInterval(-1, 2)).toThrow(RangeError);
    expect(() => poissonRateInterval(1, NaN)).toThrow(RangeError);
  });
});
