import { describe, expect, it } from "vitest";
import {
  drawExponential,
  drawGamma,
  drawLognormal,
  drawLomax,
  drawNormal,
  drawPoisson,
  drawWeighted,
} from "./draw.ts";
import { type Random, seededRandom } from "./random.ts";
import { drawNegativeBinomial } from "./testing/draw-negative-binomial.ts";

const DRAWS = 100_000;

function sample(draw: (random: Random) => number): number[] {
  const random = seededRandom(20);
  return Array.from({ length: DRAWS }, () => draw(random));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe("mean and variance", () => {
  it.each<[string, (random: Random) => number, number, number]>([
    ["normal", (random) => drawNormal(random), 0, 1],
    ["exponential", (random) => drawExponential(random, 3), 3, 9],
    ["gamma, shape above 1", (random) => drawGamma(random, 4.5), 4.5, 4.5],
    ["gamma, shape 1", (random) => drawGamma(random, 1), 1, 1],
    ["gamma, shape below 1", (random) => drawGamma(random, 0.12), 0.12, 0.12],
    ["Poisson, small", (random) => drawPoisson(random, 0.38), 0.38, 0.38],
    ["Poisson, drawn in pieces", (random) => drawPoisson(random, 505), 505, 505],
    ["negative binomial", (random) => drawNegativeBinomial(random, 0.8, 0.5), 0.8, 0.8 + 0.64 / 0.5],
    ["negative binomial, Poisson limit", (random) => drawNegativeBinomial(random, 2, Infinity), 2, 2],
    ["Lomax with a variance", (random) => drawLomax(random, 6, 10), 2, (100 * 6) / (25 * 4)],
    [
      "log-normal",
      (random) => drawLognormal(random, 2, 0.5),
      2 * Math.exp(0.125),
      4 * Math.exp(0.25) * Math.expm1(0.25),
    ],
  ])("%s", (_name, draw, mean, variance) => {
    const values = sample(draw);
    const observed = meanOf(values);
    expect(Math.abs(observed - mean)).toBeLessThan(4 * Math.sqrt(variance / DRAWS));
    const spread = meanOf(values.map((value) => (value - observed) ** 2));
    expect(Math.abs(Math.log(spread / variance))).toBeLessThan(0.08);
  });
});

describe("truncation", () => {
  it("keeps Lomax draws within the horizon and their median where the conditional distribution has it", () => {
    const values = sample((random) => drawLomax(random, 0.41, 750, 604_800)).sort((a, b) => a - b);
    const within = 1 - (750 / (604_800 + 750)) ** 0.41;
    const median = 750 * ((1 - within / 2) ** (-1 / 0.41) - 1);
    expect(values.at(-1)).toBeLessThanOrEqual(604_800);
    expect(Math.abs(Math.log((values[DRAWS / 2] ?? 0) / median))).toBeLessThan(0.03);
  });

  it("keeps exponential draws within the horizon and spread over it", () => {
    const values = sample((random) => drawExponential(random, 1000, 1));
    expect(Math.max(...values.slice(0, 10_000))).toBeLessThanOrEqual(1);
    expect(meanOf(values)).toBeCloseTo(0.5, 2);
  });
});

describe("drawWeighted", () => {
  it("follows the weights and never takes an option of weight 0", () => {
    const options = [
      { name: "a", weight: 3 },
      { name: "none", weight: 0 },
      { name: "b", weight: 1 },
    ];
    const names = sample((random) => options.indexOf(drawWeighted(random, options)));
    expect(names.filter((index) => index === 1)).toHaveLength(0);
    expect(names.filter((index) => index === 0).length / DRAWS).toBeCloseTo(0.75, 2);
  });

  it("takes the last option with a weight when rounding leaves a crumb", () => {
    const almostOne: Random = { next: () => 1 };
    const options = [{ weight: 0.1 }, { weight: 0.2 }, { weight: 0 }];
    expect(drawWeighted(almostOne, options)).toBe(options[1]);
  });

  it("refuses a mix without weight", () => {
    expect(() => drawWeighted(seededRandom(1), [])).toThrow(RangeError);
    expect(() => drawWeighted(seededRandom(1), [{ weight: 0 }])).toThrow(RangeError);
    expect(drawWeighted(seededRandom(1), [{ weight: 0.1 }])).toEqual({ weight: 0.1 });
  });
});

describe("parameters without a distribution", () => {
  it.each([0, -1, Number.NaN, Infinity])("refuses the gamma shape %d", (shape) => {
    expect(() => drawGamma(seededRandom(1), shape)).toThrow(RangeError);
  });

  it.each([-1, Number.NaN, Infinity])("refuses the Poisson mean %d", (mean) => {
    expect(() => drawPoisson(seededRandom(1), mean)).toThrow(RangeError);
  });

  it("takes the ends of the range", () => {
    expect(drawPoisson(seededRandom(1), 0)).toBe(0);
    expect(drawGamma(seededRandom(1), 1e-3)).toBeGreaterThanOrEqual(0);
    expect(drawGamma(seededRandom(1), 1e6)).toBeGreaterThan(9e5);
  });
});
