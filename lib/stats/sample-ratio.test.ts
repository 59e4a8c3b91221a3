import { describe, expect, it } from "vitest";
import oracle from "./oracles/srm.json" with { type: "json" };
import { binomialExact } from "./proportions.ts";
import { sampleRatioCheck } from "./sample-ratio.ts";

describe("the check of a split", () => {
  it.each(oracle.cases)("equals scipy: $name", ({ input, expected }) => {
    const { p, method } = sampleRatioCheck(input.seeds, input.planned);
    expect(method).toBe(expected.method);
    if (expected.p === null || p === null) expect(p).toBe(expected.p);
    else expect(Math.abs(p / expected.p - 1)).toBeLessThan(1e-8);
  });

  it("says nothing of one arm, or of a plan that leaves an arm out", () => {
    for (const [counts, planned] of [
      [[7], [1]],
      [
        [7, 2],
        [1, 0],
      ],
      [[], []],
    ] as const)
      expect(sampleRatioCheck(counts, planned)).toEqual({ p: null, method: null });
  });

  it("does not mind the unit of the plan or the order of the arms", () => {
    const { p } = sampleRatioCheck([40, 70], [1, 2]);
    expect(sampleRatioCheck([70, 40], [66, 33]).p).toBeCloseTo(p ?? Number.NaN, 12);
    expect(p).toBeGreaterThan(0.1);
  });
});

it("tests a probability exactly, however unlikely what came", () => {
  expect(binomialExact(0, 10, 0.5)).toBeCloseTo(2 / 1024, 12);
  expect(binomialExact(5, 10, 0.5)).toBe(1);
  expect(() => binomialExact(3, 2, 0.5)).toThrow(RangeError);
});
