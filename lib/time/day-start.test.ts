import { expect, test } from "vitest";
import { dayStart } from "./day-start.ts";

test.each([
  ["2026-03-01", "UTC", "2026-03-01T00:00:00.000Z"],
  ["2026-03-01", "Asia/Riyadh", "2026-02-28T21:00:00.000Z"],
  ["2026-03-01", "Asia/Kolkata", "2026-02-28T18:30:00.000Z"],
  ["2026-03-08", "America/New_York", "2026-03-08T05:00:00.000Z"],
  ["2026-03-09", "America/New_York", "2026-03-09T04:00:00.000Z"],
  ["2024-04-26", "Africa/Cairo", "2024-04-25T22:00:00.000Z"],
  ["2026-01-01", "Pacific/Kiritimati", "2025-12-31T10:00:00.000Z"],
])("%s in %s begins at %s", (day, zone, instant) => {
  expect(new Date(dayStart(day, zone)).toISOString()).toBe(instant);
});
