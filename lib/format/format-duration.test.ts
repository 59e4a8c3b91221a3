import { describe, expect, it } from "vitest";
import { formatDuration } from "./format-duration.ts";
import { formatRoundDuration } from "./format-round-duration.ts";

describe("formatDuration", () => {
  it.each([
    [0, "0 secs"],
    [1500, "1.5 secs"],
    [5_400_000, "1.5 hrs"],
    [86_400_000, "1 day"],
  ])("writes %d ms in the largest unit that fits", (milliseconds, text) => {
    expect(formatDuration(milliseconds, "en")).toBe(text);
  });
});

describe("formatRoundDuration", () => {
  it.each([
    [0, "0 secs"],
    [5_400_000, "90 mins"],
    [97_200_000, "27 hrs"],
    [172_800_000, "2 days"],
  ])("writes %d ms in the largest unit that divides it", (milliseconds, text) => {
    expect(formatRoundDuration(milliseconds, "en")).toBe(text);
  });

  it("speaks the reader's language", () => {
    expect(formatRoundDuration(172_800_000, "ar")).toBe("يومان");
  });
});
