import { describe, expect, it } from "vitest";
import oracle from "./oracles/comparisons.json" with { type: "json" };
import { welchT } from "./welch-t.ts";

describe("against R's t.test", () => {
  it.each(oracle.two_offspring_samples)("p $expected.welch_p", ({ input, expected }) => {
    const test = welchT(input.A, input.B);
    expect(test?.t).toBeCloseTo(expected.welch_t, 10);
    expect(test?.df).toBeCloseTo(expected.welch_df, 8);
    expect(test?.p).toBeCloseTo(expected.welch_p, 10);
  });
});

it("changes only its sign when the samples are exchanged", () => {
  const forward = welchT([1, 2, 4], [3, 5, 9, 1]);
  expect(welchT([3, 5, 9, 1], [1, 2, 4])?.t).toBe(-(forward?.t ?? NaN));
});

it("is null without spread to judge by", () => {
  expect(welchT([1], [2, 3])).toBeNull();
  expect(welchT([1, 1], [2, 2])).toBeNull();
  expect(welchT([1, 1], [2, 3])).not.toBeNull();
});
