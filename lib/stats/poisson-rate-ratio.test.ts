import { describe, expect, it } from "vitest";
import oracle from "./oracles/comparisons.json" with { type: "json" };
import { poissonRateRatio } from "./poisson-rate-ratio.ts";

const close = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? NaN) / expected - 1)).toBeLessThan(1e-6);

describe("against R's poisson.test", () => {
  it.each(oracle.two_rates)("$input", ({ input, expected }) => {
    const { eventsA, exposureA, eventsB, exposureB } = input;
    const comparison = poissonRateRatio(eventsA, exposureA, eventsB, exposureB);
    if (expected.ratio_B_over_A === null) expect(comparison?.ratio).toBeNull();
    else close(comparison?.ratio, expected.ratio_B_over_A);
    close(comparison?.low, Number(expected.exact_ci95[0]));
    if (expected.exact_ci95[1] === "Infinity") expect(comparison?.high).toBe(Infinity);
    else close(comparison?.high, Number(expected.exact_ci95[1]));
    close(comparison?.p, expected.p_exact);
  });
});

it("inverts when the sides are exchanged", () => {
  const forward = poissonRateRatio(5, 20, 14, 25);
  const backward = poissonRateRatio(14, 25, 5, 20);
  close(backward?.low, 1 / (forward?.high ?? NaN));
  close(backward?.p, forward?.p ?? NaN);
  expect(poissonRateRatio(6, 30, 0, 30)).toMatchObject({ ratio: 0, low: 0 });
});

it("is null without events or exposure and refuses negative numbers", () => {
  expect(poissonRateRatio(0, 3, 0, 3)).toBeNull();
  expect(poissonRateRatio(2, 0, 3, 3)).toBeNull();
  expect(() => poissonRateRatio(-1, 3, 2, 3)).toThrow(RangeError);
});
