import { expect, it } from "vitest";
import { quantile } from "./quantile.ts";

it.each([
  [0, 1],
  [0.1, 1],
  [0.25, 1.25],
  [0.5, 2.5],
  [0.75, 7.25],
  [0.9, 11.2],
  [1, 40],
])("the %d quantile is linear between order statistics (numpy)", (p, expected) => {
  expect(quantile([1, 1, 1, 2, 2, 3, 5, 8, 8, 40], p)).toBeCloseTo(expected, 12);
});

it("returns the only value there is, and an infinite one only where it is reached", () => {
  expect(quantile(Float64Array.of(7), 0.3)).toBe(7);
  expect(quantile([1, 2, Infinity], 0.5)).toBe(2);
  expect(quantile([1, 2, Infinity], 0.6)).toBe(Infinity);
});

it("refuses an empty sample and what is no probability", () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  for (const p of [-0.1, 1.1, NaN]) expect(() => quantile([1], p)).toThrow(RangeError);
});
