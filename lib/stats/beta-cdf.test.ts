import { describe, expect, it } from "vitest";
import { betaCdf } from "./beta-cdf.ts";
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
