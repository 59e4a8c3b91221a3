import { describe, expect, it } from "vitest";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { formatDuration } from "./format-duration.ts";
import { formatRoundDuration } from "./format-round-duration.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0 secs"],
    [1500, "1.5 secs"],
    [1.5 * HOUR, "1.5 hrs"],
    [DAY, "1 day"],
  ])("writes %d ms in the largest unit that fits", (milliseconds, text) => {
    expect(formatDuration(milliseconds, "en")).toBe(text);
  });
});

describe("formatRoundDuration", () => {
  it.each([
    [0, "0 secs"],
    [1.5 * HOUR, "90 mins"],
    [27 * HOUR, "27 hrs"],
    [2 * DAY, "2 days"],
  ])("writes %d ms in the largest unit that divides it", (milliseconds, text) => {
    expect(formatRoundDuration(milliseconds, "en")).toBe(text);
  });

  it("speaks the reader's language", () => {
    expect(formatRoundDuration(2 * DAY, "ar")).toBe("يومان");
  });
});
