import { expect, test } from "vitest";
import { dayAfter, dayOfClock, isDay } from "./days.ts";

test.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2024-13-01", false],
  ["2024-2-9", false],
  ["2024-02-09T00:00", false],
  ["", false],
])("%j is a day: %j", (text, isOne) => {
  expect(isDay(text)).toBe(isOne);
});

test.each([
  ["2024-02-28", "2024-02-29"],
  ["2023-02-28", "2023-03-01"],
  ["2024-12-31", "2025-01-01"],
])("after %s comes %s", (day, next) => {
  expect(dayAfter(day)).toBe(next);
  expect(dayOfClock(Date.parse(`${next}T00:00Z`) - 1)).toBe(day);
});
