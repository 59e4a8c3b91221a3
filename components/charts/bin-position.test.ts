import { expect, it } from "vitest";
import { binPosition } from "./bin-position.ts";

const bins = [
  { from: 0, to: 1000 },
  { from: 1000, to: 4000 },
  { from: 4000, to: 16_000 },
];

it("gives each bin one unit of the axis, halved at its geometric mean", () => {
  expect([0, 500, 1000, 2000, 4000, 8000, 16_000].map((value) => binPosition(bins, value))).toEqual([
    0, 0.5, 1, 1.5, 2, 2.5, 3,
  ]);
});

it("keeps what lies outside at the ends", () => {
  expect(binPosition(bins.slice(1), 10)).toBe(0);
  expect(binPosition(bins, 99_999)).toBe(3);
});
