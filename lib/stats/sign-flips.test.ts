import { expect, it } from "vitest";
import { seededRandom } from "./random.ts";
import { signFlipP } from "./sign-flips.ts";

/** p of a sum of values by the signs of each. */
const pOf = (values: readonly number[], work = values.length) => {
  const seen = Math.abs(values.reduce((sum, value) => sum + value, 0));
  const isAsLarge = (isFlipped: (j: number) => boolean) =>
    Math.abs(values.reduce((sum, value, j) => sum + (isFlipped(j) ? -value : value), 0)) >= seen - 1e-9;
  return signFlipP({ clusters: values.length, work, isAsLarge }, seededRandom(3));
};

it("tries all signs of a few clusters", () => {
  expect(pOf([1, 1, 1])).toBe(2 / 8);
  expect(pOf([1, 2, 3, 4])).toBe(2 / 16);
  expect(pOf([1, -1])).toBe(1);
  expect(pOf(Array(13).fill(1))).toBe(2 / 2 ** 13);
});

it("draws the signs of many, each of them by itself", () => {
  expect(pOf(Array(64).fill(1))).toBe(1 / 10_001);
  // 40 heads of 64: 0.06 two-sided.
  const p = pOf(Array.from({ length: 64 }, (_, j) => (j < 40 ? 1 : -1)));
  expect(Math.abs(p - 0.0599)).toBeLessThan(0.01);
  // Those beyond the bits of one number count as well.
  expect(Math.abs(pOf([...Array(60).fill(0), 1, 1, 1, 1]) - 2 / 16)).toBeLessThan(0.015);
});

it("draws fewer where each is dear, a thousand at least", () => {
  expect(pOf(Array(64).fill(1), 1e9)).toBe(1 / 1001);
  expect(pOf(Array(64).fill(1), 2e4)).toBe(1 / 5001);
});
