import { expect, it } from "vitest";
import { TREE } from "#lib/estimators/forecast/testing/cascades.ts";
import { branchingForecast } from "./branching.ts";

it("branching carries children per due child on to the end", () => {
  const cdf = (age: number) => Math.min(1, age / 20_000);
  const priors = { seed: { shape: 1, rate: 1 }, sharer: { shape: 2, rate: 4 } };
  const seedWeight = (1 + 2) / (1 + 0.5);
  const ages = [9000, 4000, 3000, 2000, 1000];
  const exposure = ages.reduce((sum, age) => sum + age / 20_000, 0);
  const branching = (2 + 3) / (4 + exposure);
  expect(branchingForecast(TREE, 10_000, cdf, priors)).toBe(Infinity);
  const calm = { ...priors, sharer: { shape: 2, rate: 14 } };
  const rate = (2 + 3) / (14 + exposure);
  expect(branching).toBeGreaterThan(1);
  expect(branchingForecast(TREE, 10_000, cdf, calm)).toBeCloseTo(
    6 + (seedWeight * 0.5 + rate * (5 - exposure)) / (1 - rate),
    12,
  );
});
