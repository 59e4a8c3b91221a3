import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaLogitQuantile } from "./beta.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };

describe("against 45 digits", () => {
  it.each(oracle.beta)("x %d, a %d, b %d", (x = 0, a = 0, b = 0, expected = 0) => {
    expect(Math.abs(betaCdf(x, a, b) / expected - 1)).toBeLessThan(1e-11);
  });
});

it("mirrors: I_x(a, b) = 1 − I_{1−x}(b, a)", () => {
  for (const [x, a, b] of [
    [0.25, 2, 3],
    [0.75, 0.01, 400],
    [0.5, 1e5, 1e5],
  ] as const) {
    expect(betaCdf(x, a, b) + betaCdf(1 - x, b, a)).toBeCloseTo(1, 14);
  }
});

it("is a power for b = 1 and the arcsine law for a = b = 1/2", () => {
  expect(betaCdf(0.3, 7, 1)).toBeCloseTo(0.3 ** 7, 15);
  expect(betaCdf(0.3, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.3)), 14);
});

it("has all its mass between 0 and 1", () => {
  expect([betaCdf(-1, 2, 3), betaCdf(0, 2, 3), betaCdf(1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 0, 1, 1]);
});

it("refuses what is no distribution", () => {
  const faults: [number, number, number][] = [
    [0.5, 0, 1],
    [0.5, 1, -1],
    [NaN, 1, 1],
    [0.5, NaN, 1],
    [0.5, 1, Infinity],
  ];
  for (const [x, a, b] of faults) expect(() => betaCdf(x, a, b)).toThrow(RangeError);
});

describe("the quantile", () => {
  const betaQuantile = (p: number, a: number, b: number) =>
    1 / (1 + Math.exp(-betaLogitQuantile(p, 1 - p, a, b)));

  describe("against 35 digits", () => {
    it.each(oracle.betaQuantile)("p %d, a %d, b %d", (p = 0, a = 0, b = 0, expected = 0) => {
      expect(Math.abs(betaQuantile(p, a, b) / expected - 1)).toBeLessThan(1e-11);
    });
  });

  it("has closed forms: arcsine law, powers, the symmetric median", () => {
    for (const p of [1e-6, 0.025, 0.5, 0.9, 0.999999]) {
      expect(Math.abs(betaQuantile(p, 0.5, 0.5) / Math.sin((Math.PI * p) / 2) ** 2 - 1)).toBeLessThan(1e-12);
      expect(Math.abs(betaQuantile(p, 9, 1) / p ** (1 / 9) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(betaQuantile(p, 0.04, 1) / p ** 25 - 1)).toBeLessThan(1e-11);
    }
    for (const a of [1e-3, 0.2, 33, 1e6]) expect(betaQuantile(0.5, a, a)).toBeCloseTo(0.5, 11);
  });

  it("inverts the distribution at any shapes", () => {
    const shapes = fc.double({ min: -3, max: 5, noNaN: true }).map((e) => 10 ** e);
    const tails = fc.double({ min: -12, max: -0.31, noNaN: true }).map((e) => 10 ** e);
    const property = fc.property(shapes, shapes, tails, (a, b, p) => {
      const x = betaQuantile(p, a, b);
      // Nearer to 0 and 1 the doubles themselves are too coarse to carry the probability back.
      if (x > 1e-300 && x < 0.9) expect(Math.abs(betaCdf(x, a, b) / p - 1)).toBeLessThan(1e-10);
    });
    fc.assert(property, { seed: 2, numRuns: 300 });
  });

  it("ends where e to its power is 0 or leaves nothing of 1", () => {
    expect(betaLogitQuantile(1e-6, 1 - 1e-6, 1e-3, 1e-3)).toBe(-700);
    expect(betaLogitQuantile(1 - 1e-6, 1e-6, 1e-3, 1e-3)).toBe(700);
  });
});
