import { expect, test } from "vitest";
import { DAY } from "#lib/time/lengths.ts";
import { doublingTime } from "./doubling-time.ts";

const FRAME = { asOf: 0, horizon: 7 * DAY };

function timeOf(counts: readonly number[]) {
  const edges = [...counts.keys(), counts.length].map((day) => day * DAY);
  return doublingTime.compute({ counts: { counts, edges, grain: "day" } }, FRAME);
}

test("growth that may be none has a time that it takes at least", () => {
  const flat = timeOf([100, 104, 98, 101, 97, 103, 99, 102, 100, 101]);
  expect(flat).toMatchObject({ value: null, why: "censored", note: "no-clear-growth" });
  expect(flat.low).toBeGreaterThan(10 * DAY);
});

test("clear growth has a time with an interval", () => {
  const doubling = timeOf([10, 20, 40, 80, 160, 320, 640]);
  expect(doubling.value).toBeCloseTo(DAY, -3);
});

test("clear decline has a time to halve, below zero", () => {
  const halving = timeOf([640, 320, 160, 80, 40, 20, 10]);
  expect(halving.value).toBeCloseTo(-DAY, -3);
  expect(halving.low).toBeLessThan(-DAY + 1);
  expect(halving.value === null ? null : halving.high).toBeGreaterThan(-DAY - 1);
});

test("few events are too few, and none are nothing", () => {
  expect(timeOf([1, 1, 1, 1, 1, 1])).toEqual({ value: null, why: "too-few" });
  expect(timeOf([0, 0, 0, 0, 0, 0])).toEqual({ value: null, why: "empty" });
});
