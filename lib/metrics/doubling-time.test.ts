import { expect, test } from "vitest";
import { DAY } from "#lib/time/lengths.ts";
import { doublingTime } from "./doubling-time.ts";

const FRAME = { asOf: 0, horizon: 7 * DAY };

function timeOf(counts: readonly number[]) {
  return doublingTime.compute({ counts: { counts, grain: "day" } }, FRAME);
}

test("growth that may be none has a time that it takes at least", () => {
  const flat = timeOf([100, 104, 98, 101, 97, 103, 99, 102, 100, 101]);
  expect(flat).toMatchObject({ value: null, note: "no-clear-growth" });
  expect(flat.low).toBeGreaterThan(10 * DAY);
});

test("clear growth has a time with an interval", () => {
  const doubling = timeOf([10, 20, 40, 80, 160, 320, 640]);
  expect(doubling.value).toBeCloseTo(DAY, -3);
});
