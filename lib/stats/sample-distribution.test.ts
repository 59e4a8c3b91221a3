import { expect, it } from "vitest";
import { ccdf } from "./ccdf.ts";
import { dkwBand } from "./dkw-band.ts";
import { gini } from "./gini.ts";
import { topShare } from "./top-share.ts";

const VALUES = [8, 1, 40, 2, 1, 5, 2, 1, 8, 3];

it("steps down P(X ≥ x), from 1 at the smallest value (numpy)", () => {
  expect(ccdf(VALUES).map(({ value, proportion }) => [value, proportion])).toEqual([
    [1, 1],
    [2, 0.7],
    [3, 0.5],
    [5, 0.4],
    [8, 0.3],
    [40, 0.1],
  ]);
  expect(ccdf([])).toEqual([]);
});

it("measures inequality from 0 to 1 − 1/n, whatever the unit (numpy)", () => {
  expect(gini(VALUES)).toBeCloseTo(0.6267605633802817, 14);
  expect(gini(VALUES.map((value) => value * 7))).toBeCloseTo(0.6267605633802817, 14);
  expect(gini([3, 3, 3])).toBe(0);
  expect(gini([0, 0, 0, 5])).toBe(0.75);
  expect([gini([]), gini([0, 0])]).toEqual([null, null]);
});

it("counts the last of the top in part", () => {
  expect(topShare(VALUES, 0.1)).toBeCloseTo(40 / 71, 14);
  expect(topShare(VALUES, 0.15)).toBeCloseTo(44 / 71, 14);
  expect([topShare(VALUES, 0), topShare(VALUES, 1)]).toEqual([0, 1]);
  expect([topShare([], 0.1), topShare([0, 0], 0.1)]).toEqual([null, null]);
});

it("narrows with the root of the sample", () => {
  expect(dkwBand(100)).toBeCloseTo(Math.sqrt(Math.log(40) / 200), 14);
  expect(dkwBand(400)).toBeCloseTo(dkwBand(100) / 2, 14);
  expect(() => dkwBand(0)).toThrow(RangeError);
});
