import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaCdf } from "./gamma-cdf.ts";
import { gammaQuantile } from "./gamma-quantile.ts";
import { gammaSurvival } from "./gamma-survival.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };

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
