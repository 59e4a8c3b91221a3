import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawPoisson } from "#lib/stats/draw.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { doublingTimeOf, growthRateOf, rFromGrowthOfAges, rFromGrowthOfGamma } from "./growth.ts";
import { defaultKernel, stepsOfPoints } from "./lag-distribution.ts";

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

interface OwnAges {
  readonly events: readonly Case<{ ages: number[]; weights: number[] }>[];
  readonly points: readonly Case<{ ages: number[]; F: number[] }>[];
  readonly gamma: readonly Case<{ mean: number; sd: number }>[];
}
interface Case<I> {
  readonly name: string;
  readonly input: I & { readonly r: readonly number[] };
  readonly expected: { readonly R: readonly (number | null)[] };
}

const own: OwnAges = JSON.parse(
  readFileSync(new URL("./oracles/r-from-growth.json", import.meta.url), "utf8"),
);
const oracle: Oracle = JSON.parse(readFileSync(new URL("./oracles/growth.json", import.meta.url), "utf8"));
const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-7 * Math.abs(expected));
/** Growth per step of steps of one length. */
const rateOf = (counts: readonly number[]) => growthRateOf(counts, [...counts.keys(), counts.length]);

describe("growth, by R's glm", () => {
  it.each(oracle.growth)("$name", ({ input, expected }) => {
    const rate = rateOf(input.counts);
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
    expect(rateOf([3, 3, 4, 5])).toEqual({ value: null, why: "too-few" });
    expect(rateOf([1, 2, 1, 2, 3])).toEqual({ value: null, why: "too-few" });
    expect(rateOf([1, 2, 1, 2, 4]).value).not.toBeNull();
    expect(rateOf([0, 0, 0, 0, 0])).toEqual({ value: null, why: "empty" });
    expect(rateOf([])).toEqual({ value: null, why: "empty" });
  });

  it("calls a flat series flat", () => {
    const rate = rateOf([7, 7, 7, 7, 7, 7]);
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
    expect(rateOf([0, 0, 0, 0, 0, 0, 0, 40])).toEqual({ value: null, why: "too-few" });
    expect(rateOf([0, 0, 0, 0, 0, 0, 1, 40]).value).toBeGreaterThan(1);
  });
});

it("recovers a known rate, its interval about as often as it says", () => {
  const random = seededRandom(41);
  const rates = Array.from({ length: 400 }, () =>
    rateOf(Array.from({ length: 14 }, (_, step) => drawPoisson(random, 8 * Math.exp(0.08 * step)))),
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

  it("agrees with the ages of the same intervals", () => {
    const age = Array.from({ length: 4000 }, (_, k) => k);
    const weight = age.map((k) => Math.exp(-k / 200) * k);
    const mean = weights(weight, (w, k) => w * k) / weights(weight, (w) => w);
    const fine = rFromGrowthOfAges(0.001, { age, weight }) ?? 0;
    expect(Math.abs(fine / (rFromGrowthOfGamma(0.001, mean, mean / Math.SQRT2) ?? 0) - 1)).toBeLessThan(1e-4);
    expect(rFromGrowthOfAges(0.1, { age: [0, 1], weight: [0, 0] })).toBeNull();
  });

  const weights = (weight: readonly number[], of: (w: number, k: number) => number) =>
    weight.reduce((sum, w, k) => sum + of(w, k), 0);
});

describe("R from growth over the ages of the curve, by math.fsum", () => {
  it.each(own.events)("$name", ({ input: { ages, weights, r }, expected: { R } }) => {
    r.forEach((rate, i) => {
      const found = rFromGrowthOfAges(rate, { age: ages, weight: weights }) ?? Number.NaN;
      expect(Math.abs(found / (R[i] ?? 0) - 1)).toBeLessThanOrEqual(1e-10);
    });
  });

  it.each(own.points)("$name", ({ input: { ages, F, r }, expected: { R } }) => {
    r.forEach((rate, i) => {
      const found = rFromGrowthOfAges(rate, stepsOfPoints(ages, F)) ?? Number.NaN;
      expect(Math.abs(found / (R[i] ?? 0) - 1)).toBeLessThanOrEqual(1e-10);
    });
  });

  it.each(own.gamma)("gamma of mean $input.mean and sd $input.sd", ({ input, expected: { R } }) => {
    input.r.forEach((rate, i) => {
      const found = rFromGrowthOfGamma(rate, input.mean, input.sd);
      const expected = R[i] ?? null;
      if (expected === null) expect(found).toBeNull();
      else expect(Math.abs((found ?? Number.NaN) / expected - 1)).toBeLessThanOrEqual(1e-10);
    });
  });

  it("goes through the points of an assumed distribution as through its law", () => {
    const mean = 5 * HOUR;
    const steps = defaultKernel(30 * DAY, mean).steps();
    for (const rate of [0.05 / HOUR, -0.05 / HOUR]) {
      const found = rFromGrowthOfAges(rate, steps) ?? Number.NaN;
      expect(Math.abs(found / (1 + rate * mean) - 1)).toBeLessThan(1e-4);
    }
  });
});

describe("steps of their true length", () => {
  const lengths = [24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 23, 24, 24, 25];
  const edges = [0, ...lengths.map((_, i) => lengths.slice(0, i + 1).reduce((sum, hours) => sum + hours))];

  it("make no growth of days that are shorter or longer", () => {
    expect(growthRateOf(lengths, edges)).toMatchObject({ value: 0, high: expect.any(Number) });
    expect(rateOf(lengths).value).not.toBe(0);
  });

  it("put a rate on elapsed time", () => {
    const counts = lengths.map((hours, i) => {
      const [from = 0, to = 0] = [edges[i], edges[i + 1]];
      return Math.round(1e6 * hours * Math.exp((0.002 * (from + to)) / 2));
    });
    expect(growthRateOf(counts, edges).value).toBeCloseTo(0.002, 8);
    const later = edges.map((edge) => edge + 1e9);
    expect(growthRateOf(counts, later).value).toBeCloseTo(0.002, 8);
  });
});
