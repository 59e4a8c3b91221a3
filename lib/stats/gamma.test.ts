import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareSurvival, gammaCdf, gammaQuantile, gammaSurvival } from "./gamma.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };

describe("both tails against 45 digits", () => {
  it.each(oracle.gamma)("x %d, shape %d", (x = 0, shape = 0, p = 0, q = 0) => {
    expect(Math.abs(gammaCdf(x, shape) / p - 1)).toBeLessThan(1e-11);
    expect(Math.abs(gammaSurvival(x, shape) / q - 1)).toBeLessThan(1e-11);
  });
});

it("is the exponential distribution for shape 1", () => {
  for (const x of [1e-9, 0.5, 1.9, 2.1, 30, 700]) {
    expect(Math.abs(gammaSurvival(x, 1) / Math.exp(-x) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(gammaCdf(x, 1) / -Math.expm1(-x) - 1)).toBeLessThan(1e-12);
  }
});

it("takes a rate, and chi-square is shape df/2 and rate 1/2", () => {
  expect(gammaCdf(3, 4, 2)).toBe(gammaCdf(6, 4));
  expect(gammaSurvival(3, 4, 2)).toBe(gammaSurvival(6, 4));
  expect(chiSquareSurvival(3.841458820694124, 1)).toBeCloseTo(0.05, 13);
});

it("has all its mass above 0 and below Infinity", () => {
  expect([gammaCdf(-1, 2), gammaCdf(0, 2), gammaCdf(Infinity, 2)]).toEqual([0, 0, 1]);
  expect([gammaSurvival(-1, 2), gammaSurvival(0, 2), gammaSurvival(Infinity, 2)]).toEqual([1, 1, 0]);
});

it("refuses what is no distribution", () => {
  const faults: [number, number, number][] = [
    [1, 0, 1],
    [1, -1, 1],
    [1, NaN, 1],
    [1, 1, 0],
    [NaN, 1, 1],
    [1, Infinity, 1],
  ];
  for (const [x, shape, rate] of faults) {
    expect(() => gammaCdf(x, shape, rate)).toThrow(RangeError);
    expect(() => gammaSurvival(x, shape, rate)).toThrow(RangeError);
  }
});

describe("the quantile", () => {
  describe("against 35 digits", () => {
    it.each(oracle.gammaQuantile)("p %d, shape %d", (p = 0, shape = 0, expected = 0) => {
      const x = gammaQuantile(p, shape);
      if (expected === 0) expect(x).toBe(0);
      else expect(Math.abs(x / expected - 1)).toBeLessThan(1e-11);
    });
  });

  it("inverts the distribution at any shape and in both tails", () => {
    const shapes = fc.double({ min: -3, max: 5, noNaN: true }).map((e) => 10 ** e);
    const tails = fc.double({ min: -12, max: -0.31, noNaN: true }).map((e) => 10 ** e);
    const property = fc.property(shapes, tails, (shape, tail) => {
      const x = gammaQuantile(tail, shape);
      if (x > 1e-300) expect(Math.abs(gammaCdf(x, shape) / tail - 1)).toBeLessThan(1e-10);
      const far = gammaQuantile(1 - tail, shape);
      if (far > 1e-300) {
        const q = gammaSurvival(far, shape);
        expect(Math.abs(q / (1 - (1 - tail)) - 1)).toBeLessThan(1e-10);
      }
    });
    fc.assert(property, { seed: 1, numRuns: 300 });
  });

  it("divides by the rate and ends at 0 and Infinity", () => {
    expect(gammaQuantile(0.3, 2, 4)).toBe(gammaQuantile(0.3, 2) / 4);
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity]);
  });

  it("refuses what is no probability or no distribution", () => {
    const faults: [number, number, number][] = [
      [-0.1, 1, 1],
      [1.1, 1, 1],
      [NaN, 1, 1],
      [0.5, 0, 1],
      [0.5, 1, 0],
    ];
    for (const [p, shape, rate] of faults) {
      expect(() => gammaQuantile(p, shape, rate)).toThrow(RangeError);
    }
  });
});
