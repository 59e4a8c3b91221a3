import { expect, it } from "vitest";
import { normalCdf, normalQuantile } from "./normal.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };

it.each(oracle.normal)("Φ(%d)", (z = 0, expected = 0) => {
  expect(Math.abs(normalCdf(z) / expected - 1)).toBeLessThan(1e-12);
});

it.each(oracle.normalQuantile)("the %d quantile", (p = 0, expected = 0) => {
  expect(Math.abs(normalQuantile(p) / expected - 1)).toBeLessThan(1e-11);
});

it("ends at 0 and 1 and passes through one half", () => {
  expect([normalCdf(-Infinity), normalCdf(0), normalCdf(Infinity)]).toEqual([0, 0.5, 1]);
  expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
  expect(normalCdf(NaN)).toBeNaN();
});

it("refuses what is no probability", () => {
  for (const p of [-0.1, 1.1, NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
});
