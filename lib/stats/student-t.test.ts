import { describe, expect, it } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };
import { tCdf, tQuantile } from "./student-t.ts";

it.each(oracle.t)("P(T ≤ %d) for %d degrees of freedom", (t = 0, df = 0, expected = 0) => {
  expect(Math.abs(tCdf(t, df) / expected - 1)).toBeLessThan(1e-11);
});

it("is the Cauchy distribution for one degree of freedom and the normal for infinitely many", () => {
  expect(tCdf(-2, 1)).toBeCloseTo(0.5 - Math.atan(2) / Math.PI, 14);
  expect(tCdf(-2, Infinity)).toBe(normalCdf(-2));
  expect(tCdf(-2, 1e13)).toBeCloseTo(normalCdf(-2), 12);
});

it("is symmetric and ends at 0 and 1", () => {
  expect(tCdf(1.3, 4) + tCdf(-1.3, 4)).toBeCloseTo(1, 14);
  expect([tCdf(-Infinity, 4), tCdf(0, 4), tCdf(Infinity, 4)]).toEqual([0, 0.5, 1]);
});

it("refuses what is no distribution", () => {
  expect(() => tCdf(1, 0)).toThrow(RangeError);
  expect(() => tCdf(NaN, 3)).toThrow(RangeError);
});

describe("the quantile", () => {
  it.each(oracle.tQuantile)("the %d quantile for %d degrees of freedom", (p = 0, df = 0, expected = 0) => {
    expect(Math.abs(tQuantile(p, df) / expected - 1)).toBeLessThan(1e-10);
  });

  it("falls towards the normal quantile", () => {
    expect(tQuantile(0.975, 200)).toBeGreaterThan(tQuantile(0.975, 200.001));
    expect(Math.abs(tQuantile(0.975, 1e13) / normalQuantile(0.975) - 1)).toBeLessThan(1e-12);
    expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  it("is the tangent for one degree of freedom, close to the middle and far out", () => {
    for (const p of [0.5000001, 0.7, 0.999, 1e-9]) {
      const expected = p < 0.25 ? -1 / Math.tan(Math.PI * p) : Math.tan(Math.PI * (p - 0.5));
      expect(Math.abs(tQuantile(p, 1) / expected - 1)).toBeLessThan(1e-12);
    }
    expect([tQuantile(0, 3), tQuantile(0.5, 3), tQuantile(1, 3)]).toEqual([-Infinity, 0, Infinity]);
  });

  it("refuses what is no probability or no distribution", () => {
    for (const [p, df] of [
      [0.5, 0],
      [0.5, NaN],
      [-0.1, 3],
      [1.1, 3],
      [NaN, 3],
    ] as const) {
      expect(() => tQuantile(p, df)).toThrow(RangeError);
    }
  });
});
