import { expect, it } from "vitest";
import { stepLabel } from "./step-label.ts";

it("names a month with its year, and shorter steps as clocks do", () => {
  const clock = Date.UTC(2026, 2, 9);
  expect(stepLabel(clock, "month", "en")).toBe("Mar 2026");
  expect(stepLabel(clock, "month", "ar")).toBe("\u2067مارس 2026\u2069");
  expect(stepLabel(clock, "day", "en")).toBe("9 Mar 2026");
});
