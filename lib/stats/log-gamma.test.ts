import { expect, it } from "vitest";
import { logGamma } from "./log-gamma.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };

it.each(oracle.logGamma)("ln Γ(%d)", (x = 0, expected = 0) => {
  expect(Math.abs(logGamma(x) / expected - 1)).toBeLessThan(1e-13);
});

it("is 0 at 1 and 2", () => {
  expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
});

it("has a pole at 0 and no value below", () => {
  expect(logGamma(Number.MIN_VALUE)).toBeGreaterThan(744);
  for (const x of [0, -1.5, Number.NaN]) expect(() => logGamma(x)).toThrow(RangeError);
});
