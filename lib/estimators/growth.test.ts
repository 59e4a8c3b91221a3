import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "#lib/stats/draw.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { doublingTimeOf, growthRateOf, rFromGrowthOfGamma, rFromGrowthOfWeights } from "./growth.ts";

type Interval = readonly [number, number];
interface Oracle {
  readonly growth: readonly {
    readonly name: string;
    readonly input: { counts: number[] };
    readonly expected: {
      readonly r_poisson: number;
      readonly r_ci95_quasi: Interval;
      readonly r_ci95_quasi_t: Interval;
      readonly doubling_time: number;
      readonly doubling_ci95_quasi: Interval | null;
      readonly halving_ci95_quasi: Interval | null;
    };
  }[];
  readonly R_from_growth: readonly {
    readonly input: { growth_rate: number; gi_mean: number; gi_sd: number };
    readonly expected: { R: number; R_if_exponential_gi: number; R_if_fixed_gi: number };
  }[];
}

const oracle: Oracle = JSON.parse(readFileSync(new URL("./oracles/growth.json", import.meta.url), "utf8"));
const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-7 * Math.abs(expected));

describe("growth, by R's glm", () => {
  it.each(oracle.growth)("$name", ({ input, expected }) => {
    const rate = growthRateOf(input.counts);
    if (rate.value === null) throw new Error("no rate");
    near(rate.value, expected.r_poisson);
    near(rate.low, expected.r_ci95_quasi_t[0]);
    near(rate.high, expected.r_ci95_quasi_t[1]);
  });

  // The oracle turns the interval with normal quantiles round; the product uses t, so only the turning is compared.
  it.each(oracle.growth)("doubling and halving: $name", ({ expected }) => {
    const [low, high] = expected.r_ci95_quasi;
    const time = doublingTimeOf({ value: expected.r_poisson, low, high });
    const kind = expected.doubling_ci95_quasi
      ? "doubling"
      : expected.halving_ci95_quasi
        ? "halving"
        : "unclear";
    expect(time?.kind).toBe(kind);
    if (time === null || time.kind === "unclear") return near(time?.doublingAbove, Math.LN2 / high);
    const turned = expected.doubling_ci95_quasi ?? expected.halving_ci95_quasi;
    near(time.value, Math.abs(expected.doubling_time));
    near(time.low, turned?.[0] ?? Number.NaN);
    near(time.high, turned?.[1] ?? Number.NaN);
  });
});

describe("too little to tell", () => {
  it("asks for five steps and ten events", () => {
    expect(growthRateOf([3, 3, 4, 5])).toEqual({ value: null, why: "too-few" });
    expect(growthRateOf([1, 2, 1, 2, 3])).toEqual({ value: null, why: "too-few" });
    expect(growthRateOf([1, 2, 1, 2, 4]).value).not.toBeNull();
    expect(growthRateOf([0, 0, 0, 0, 0])).toEqual({ value: null, why: "empty" });
    expect(growthRateOf([])).toEqual({ value: null, why: "empty" });
  });

  it("calls a flat series flat", () => {
    const rate = growthRateOf([7, 7, 7, 7, 7, 7]);
    expect(rate.value).toBe(0);
    const time = doublingTimeOf(rate);
    expect(time?.kind).toBe("unclear");
    if (time?.kind === "unclear") expect(time.doublingAbove).toBeCloseTo(time.halvingAbove, 9);
  });

  it("has no doubling time without an interval", () => {
    expect(doublingTimeOf({ value: null, why: "empty" })).toBeNull();
    expect(doublingTimeOf({ value: 0.1 })).toBeNull();
    expect(doublingTimeOf({ value: 0.1, low: 0, high: 0.2 })).toMatchObject({
      halvingAbove: Number.POSITIVE_INFINITY,
    });
  });

  it("has no finite rate when everything came in the last step", () => {
    expect(growthRateOf([0, 0, 0, 0, 0, 0, 0, 40])).toEqual({ value: null, why: "too-few" });
    expect(growthRateOf([0, 0, 0, 0, 0, 0, 1, 40]).value).toBeGreaterThan(1);
  });
});

it("recovers a known rate, its interval about as often as it says", () => {
  const random = seededRandom(41);
  const rates = Array.from({ length: 400 }, () =>
    growthRateOf(Array.from({ length: 14 }, (_, step) => drawPoisson(random, 8 * Math.exp(0.08 * step)))),
  );
  const known = rates.flatMap((rate) => (rate.value === null ? [] : [rate]));
  const mean = known.reduce((sum, { value }) => sum + value, 0) / known.length;
  expect(Math.abs(mean - 0.08)).toBeLessThan(0.003);
  const covered = known.filter(({ low = 1, high = 0 }) => low <= 0.08 && 0.08 <= high).length / known.length;
  expect(covered).toBeGreaterThan(0.93);
});

describe("R from growth, by R's integrate", () => {
  it.each(oracle.R_from_growth)("$input", ({ input, expected }) => {
    const { growth_rate: rate, gi_mean: mean, gi_sd: sd } = input;
    near(rFromGrowthOfGamma(rate, mean, sd), expected.R);
    near(rFromGrowthOfGamma(rate, mean, mean), expected.R_if_exponential_gi);
    near(rFromGrowthOfGamma(rate, mean, 0), expected.R_if_fixed_gi);
  });

  it("is impossible in a decline steeper than the intervals allow", () => {
    expect(rFromGrowthOfGamma(-0.5, 2, 2)).toBeNull();
    expect(rFromGrowthOfGamma(-0.49, 2, 2)).toBeCloseTo(0.02, 12);
  });

  it("agrees with the weights of the same intervals", () => {
    const weights = Array.from({ length: 4000 }, (_, k) => Math.exp(-k / 200) * k);
    const mean = weights.reduce((sum, w, k) => sum + w * k, 0) / weights.reduce((sum, w) => sum + w, 0);
    const fine = rFromGrowthOfWeights(0.001, weights) ?? 0;
    expect(Math.abs(fine / (rFromGrowthOfGamma(0.001, mean, mean / Math.SQRT2) ?? 0) - 1)).toBeLessThan(1e-4);
    expect(rFromGrowthOfWeights(0, [0, 2, 3])).toBe(1);
    expect(rFromGrowthOfWeights(Math.LN2, [0, 1])).toBeCloseTo(2, 14);
    expect(rFromGrowthOfWeights(0.1, [0, 0])).toBeNull();
  });
});
