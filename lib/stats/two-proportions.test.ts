import { describe, expect, it } from "vitest";
import { fisherExact } from "./fisher-exact.ts";
import { newcombeInterval } from "./newcombe-interval.ts";
import oracle from "./oracles/comparisons.json" with { type: "json" };
import { pooledZTest } from "./pooled-z-test.ts";
import { probabilityBetter } from "./probability-better.ts";

const close = (actual: number | undefined, expected: number | undefined) =>
  expect(Math.abs((actual ?? NaN) / (expected ?? NaN) - 1)).toBeLessThan(1e-6);

describe.each(oracle.two_proportions)(
  "$input.xA of $input.nA against $input.xB of $input.nB",
  ({ input, expected }) => {
    const { xA, nA, xB, nB } = input;

    it("Newcombe's interval", () => {
      const interval = newcombeInterval(xA, nA, xB, nB);
      close(interval?.low, expected.newcombe95[0]);
      close(interval?.high, expected.newcombe95[1]);
    });

    it("pooled z", () => {
      const test = pooledZTest(xA, nA, xB, nB);
      if (expected.z_pooled === null || expected.p_pooled_z === null) return expect(test).toBeNull();
      close(test?.z, expected.z_pooled);
      close(test?.p, expected.p_pooled_z);
    });

    it("Fisher's p, whichever arm and whichever outcome comes first", () => {
      close(fisherExact(xA, nA, xB, nB), expected.fisher_p);
      close(fisherExact(xB, nB, xA, nA), expected.fisher_p);
      close(fisherExact(nA - xA, nA, nB - xB, nB), expected.fisher_p);
    });

    it("the probability that B is better, and its complement for A", () => {
      const better = probabilityBetter(xA, nA, xB, nB);
      expect(Math.abs(better - expected.prob_B_better_beta11)).toBeLessThan(1e-9);
      expect(better + probabilityBetter(xB, nB, xA, nA)).toBeCloseTo(1, 9);
    });
  },
);

it("knows nothing without trials", () => {
  expect(newcombeInterval(0, 0, 3, 4)).toBeNull();
  expect(pooledZTest(3, 4, 0, 0)).toBeNull();
  expect(fisherExact(0, 0, 3, 4)).toBe(1);
  expect(probabilityBetter(0, 0, 0, 0)).toBeCloseTo(0.5, 14);
  expect(probabilityBetter(0, 0, 3, 4)).toBeCloseTo(4 / 6, 13);
});

it("stays a probability for large and lopsided counts", () => {
  expect(probabilityBetter(1e5, 1e6, 1e5, 1e6)).toBeCloseTo(0.5, 7);
  expect(probabilityBetter(1e5, 1e6, 2e5, 1e6)).toBeCloseTo(1, 7);
  expect(probabilityBetter(2e5, 1e6, 1e5, 1e6)).toBeCloseTo(0, 12);
});

it("refuses what is no proportion", () => {
  for (const compare of [newcombeInterval, pooledZTest, fisherExact, probabilityBetter]) {
    expect(() => compare(5, 4, 1, 4)).toThrow(RangeError);
    expect(() => compare(1, 4, -1, 4)).toThrow(RangeError);
  }
});
