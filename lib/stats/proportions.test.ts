import { describe, expect, it } from "vitest";
import comparisons from "./oracles/comparisons.json" with { type: "json" };
import intervals from "./oracles/intervals.json" with { type: "json" };
import {
  fisherExact,
  newcombeInterval,
  pooledZTest,
  probabilityBetter,
  wilsonInterval,
} from "./proportions.ts";

describe("Wilson's interval against R", () => {
  it.each(intervals.proportions)("$input.x of $input.n", ({ input, expected }) => {
    for (const [level, ends] of [
      [0.8, expected.level80],
      [0.95, expected.level95],
    ] as const) {
      const { low, high } = wilsonInterval(input.x, input.n, level) ?? { low: NaN, high: NaN };
      expect(Math.abs(low - (ends.wilson[0] ?? NaN))).toBeLessThan(1e-12);
      expect(Math.abs(high - (ends.wilson[1] ?? NaN))).toBeLessThan(1e-12);
    }
  });

  it("has level 95 % unless told, is ordered and mirrors successes and failures", () => {
    const { low, high } = wilsonInterval(3, 17) ?? { low: NaN, high: NaN };
    expect({ low, high }).toEqual(wilsonInterval(3, 17, 0.95));
    expect(low).toBeLessThan(3 / 17);
    expect(high).toBeGreaterThan(3 / 17);
    expect(wilsonInterval(14, 17)?.low).toBeCloseTo(1 - high, 12);
  });

  it("is one-sided for none and for all, and null without trials", () => {
    expect(wilsonInterval(0, 7)?.low).toBe(0);
    expect(wilsonInterval(7, 7)?.high).toBe(1);
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it("refuses what is no proportion", () => {
    for (const [x, n] of [
      [-1, 4],
      [5, 4],
      [NaN, 4],
      [0, NaN],
    ] as const) {
      expect(() => wilsonInterval(x, n)).toThrow(RangeError);
    }
  });
});

const close = (actual: number | undefined, expected: number | undefined) =>
  expect(Math.abs((actual ?? NaN) / (expected ?? NaN) - 1)).toBeLessThan(1e-6);

describe.each(comparisons.two_proportions)(
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
