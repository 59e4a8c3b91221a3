import { expect, it } from "vitest";
import { compensatedSum } from "./sum.ts";

it("keeps small terms between large ones, in any order", () => {
  expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
  expect(compensatedSum([1e100, 1, -1e100, 1])).toBe(2);
});

it("adds 1e5 tenths without drift", () => {
  expect(compensatedSum(new Float64Array(100_000).fill(0.1))).toBe(10_000);
  expect(compensatedSum([])).toBe(0);
});
