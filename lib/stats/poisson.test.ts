import { describe, expect, it } from "vitest";
import oracle from "./oracles/poisson-regression.json" with { type: "json" };
import { poissonRegression } from "./poisson.ts";

const close = (actual: number | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) / expected - 1)).toBeLessThan(1e-7);

describe("against R's glm", () => {
  it.each(oracle.cases)("$name", ({ counts, exposure, intercept, slope, slopeError, dispersion }) => {
    const fit = poissonRegression(
      counts,
      counts.map((_, i) => i),
      exposure?.map(Math.log),
    );
    close(fit?.slope, slope);
    close(fit?.slopeError, slopeError);
    close((fit?.pearson ?? 0) / (fit?.df ?? 0), dispersion);
    if (intercept !== null) close(fit?.intercept, intercept);
  });
});

it("finds an exact exponential, far from the origin and from a slope of 0", () => {
  const days = [20_000, 20_001, 20_002];
  const fit = poissonRegression([1, 100, 10_000], days);
  expect(fit?.slope).toBeCloseTo(Math.log(100), 10);
  expect(fit?.pearson).toBeCloseTo(0, 10);
  expect((fit?.intercept ?? 0) + 20_001 * (fit?.slope ?? 0)).toBeCloseTo(Math.log(100), 8);
});

it("is not thrown off by exposure that lies nearly all at one end", () => {
  const fit = poissonRegression([1, 5, 5], [0, 1, 2], [Math.log(1e9), 0, 0]);
  const mean = [0, 1, 2].map((x) =>
    Math.exp((fit?.intercept ?? 0) + (fit?.slope ?? 0) * x + (x === 0 ? Math.log(1e9) : 0)),
  );
  expect(mean.reduce((a, b) => a + b)).toBeCloseTo(11, 8);
  expect((mean[1] ?? 0) + 2 * (mean[2] ?? 0)).toBeCloseTo(15, 8);
});

it("does not depend on the order of the observations", () => {
  const forward = poissonRegression([3, 5, 4, 9], [0, 1, 2, 3]);
  const backward = poissonRegression([9, 4, 5, 3], [3, 2, 1, 0]);
  close(backward?.slope, forward?.slope ?? 0);
});

it("is flat for equal counts and unknown where no slope is the best", () => {
  expect(poissonRegression([4, 4, 4], [0, 1, 2])?.slope).toBeCloseTo(0, 14);
  expect(poissonRegression([0, 0, 0], [0, 1, 2])).toBeNull();
  expect(poissonRegression([0, 0, 7], [0, 1, 2])).toBeNull();
  expect(poissonRegression([7, 0, 0], [0, 1, 2])).toBeNull();
  expect(poissonRegression([3, 4, 5], [0.1, 0.1, 0.1])).toBeNull();
  expect(poissonRegression([], [])).toBeNull();
});

it("fits a series of 150,000 counts", () => {
  const steps = Array.from({ length: 150_000 }, (_, step) => step);
  const fit = poissonRegression(
    steps.map((step) => Math.exp(step / 150_000)),
    steps,
  );
  expect((fit?.slope ?? 0) * 150_000).toBeCloseTo(1, 10);
});

it("refuses lists of different lengths", () => {
  expect(() => poissonRegression([1, 2], [0])).toThrow(RangeError);
  expect(() => poissonRegression([1, 2], [0, 1], [0])).toThrow(RangeError);
});
