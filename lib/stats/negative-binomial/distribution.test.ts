import { expect, it } from "vitest";
import { negativeBinomialLogPmf, negativeBinomialSurvival } from "./distribution.ts";

it.each([
  [0.4, 0.12],
  [3, 1],
  [7, 40],
  [2, Number.POSITIVE_INFINITY],
])("is the tail of the probabilities for mean %d and dispersion %d", (mean, dispersion) => {
  let tail = 0;
  for (let count = 1000; count >= 0; count--) {
    tail += Math.exp(negativeBinomialLogPmf(count, mean, dispersion));
    if (count > 60) continue;
    expect(Math.abs(negativeBinomialSurvival(count, mean, dispersion) / tail - 1)).toBeLessThan(1e-9);
  }
});

it("is geometric for dispersion 1", () => {
  expect(negativeBinomialSurvival(50, 3, 1) / 0.75 ** 50).toBeCloseTo(1, 10);
  expect(negativeBinomialLogPmf(4, 3, 1)).toBeCloseTo(Math.log(0.25 * 0.75 ** 4), 12);
});

it("becomes Poisson as the dispersion grows", () => {
  for (const count of [0, 1, 5, 30]) {
    const limit = negativeBinomialLogPmf(count, 2, Number.POSITIVE_INFINITY);
    expect(negativeBinomialLogPmf(count, 2, 1e12)).toBeCloseTo(limit, 8);
  }
});

it("knows mean 0 and counts that cannot be", () => {
  expect(negativeBinomialSurvival(0, 0, 1)).toBe(1);
  expect(negativeBinomialSurvival(1, 0, 1)).toBe(0);
  expect(negativeBinomialLogPmf(0, 0, 1)).toBe(0);
  expect(negativeBinomialLogPmf(1, 0, 1)).toBe(Number.NEGATIVE_INFINITY);
  expect(negativeBinomialLogPmf(-1, 2, 1)).toBe(Number.NEGATIVE_INFINITY);
});
