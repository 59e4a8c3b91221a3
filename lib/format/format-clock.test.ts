import { expect, it } from "vitest";
import { formatClock } from "./format-clock.ts";

const CLOCK = Date.UTC(2026, 2, 9, 0);

it("writes an hour with its day, midnight as 00, and a day with its year", () => {
  expect(formatClock(CLOCK, "hour", "en")).toBe("9 Mar, 00:00");
  expect(formatClock(CLOCK, "day", "en")).toBe("9 Mar 2026");
  expect(formatClock(CLOCK, "day", "ar")).toContain("مارس");
});
