import { expect, it } from "vitest";
import { normalCdf } from "./normal-cdf.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };
import { tCdf } from "./t-cdf.ts";

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
