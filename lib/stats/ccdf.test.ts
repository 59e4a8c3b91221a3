import { expect, it } from "vitest";
import { ccdf, dkwBand } from "./ccdf.ts";

it("steps down P(X ≥ x), from 1 at the smallest value (numpy)", () => {
  expect(ccdf([8, 1, 40, 2, 1, 5, 2, 1, 8, 3]).map(({ value, proportion }) => [value, proportion])).toEqual([
    [1, 1],
    [2, 0.7],
    [3, 0.5],
    [5, 0.4],
    [8, 0.3],
    [40, 0.1],
  ]);
  expect(ccdf([])).toEqual([]);
});

it("narrows with the root of the sample", () => {
  expect(dkwBand(100)).toBeCloseTo(Math.sqrt(Math.log(40) / 200), 14);
  expect(dkwBand(400)).toBeCloseTo(dkwBand(100) / 2, 14);
  expect(() => dkwBand(0)).toThrow(RangeError);
});
