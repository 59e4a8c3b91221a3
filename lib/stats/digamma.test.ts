import { expect, it } from "vitest";
import { digamma } from "./digamma.ts";
import oracle from "./oracles/special-functions.json" with { type: "json" };

it.each(oracle.digamma)("ψ(%d)", (x = 0, expected = 0) => {
  expect(Math.abs(digamma(x) / expected - 1)).toBeLessThan(1e-12);
});

it("crosses zero at 1.4616", () => {
  expect(Math.abs(digamma(1.4616321449683622))).toBeLessThan(2e-15);
});

it("has a pole at 0 and no value below", () => {
  expect(digamma(1e-200)).toBeLessThan(-9e199);
  for (const x of [0, -1.5, Number.NaN]) expect(() => digamma(x)).toThrow(RangeError);
});
