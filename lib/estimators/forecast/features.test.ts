import { expect, it } from "vitest";
import { TREE } from "#lib/estimators/forecast/testing/cascades.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { activityClock, fullFeatures } from "./features.ts";

it("the clock gives mean activity relative to a mean day", () => {
  const at = (hour: number) => ({ ...TREE, startedAt: hour * HOUR });
  const even = activityClock([], () => 0);
  expect(even(0, 24 * HOUR)).toBeCloseTo(1, 12);
  expect(even(5.1 * HOUR, 6.3 * HOUR)).toBeCloseTo(1, 12);
  // Six shares at 3 h by the wall, one in each of 96 quarters: 102 a day.
  const night = activityClock([at(1)], () => 2 * HOUR);
  expect(night(3 * HOUR, 3.25 * HOUR)).toBeCloseTo((7 * 96) / 102, 12);
  expect(night(27 * HOUR, 27.25 * HOUR)).toBeCloseTo((7 * 96) / 102, 10);
  expect(night(4 * HOUR, 5 * HOUR)).toBeCloseTo(96 / 102, 12);
  expect(night(-10 * HOUR, 38 * HOUR)).toBeCloseTo(1, 12);
});

it("full features describe pace, tree and hour", () => {
  const clock = { offset: () => 6 * HOUR - 10_000, activity: () => Math.E };
  const features = Array.from(fullFeatures(TREE, 10_000, clock), (value) => value);
  const counts = [6, 4 + 1, 2 + 1, 1 + 1, 0 + 1, 1 + 0, 2, 6.5 + 1, 2 + 1, 3 + 1, 2 + 1, 3 + 1, 9 / 5 + 1];
  counts.forEach((count, i) => {
    expect(features[i]).toBeCloseTo(Math.log(count), 12);
  });
  const harmonics = [1, 1, 1, 1, 0, 0, -1];
  harmonics.forEach((value, i) => {
    expect(features[counts.length + i]).toBeCloseTo(value, 12);
  });
});
