import { describe, expect, it } from "vitest";
import { rtWindows } from "./rt-windows.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("default windows", () => {
  it("of content slide by an hour for two days, then by a day", () => {
    const windows = rtWindows(7, 7 + 5 * DAY, "content");
    expect(windows[0]).toEqual({ from: 7, to: 7 + 6 * HOUR });
    expect(windows.every(({ from, to }) => to - from === 6 * HOUR)).toBe(true);
    const ends = windows.map(({ to }) => (to - 7) / HOUR);
    expect(ends).toEqual([...Array.from({ length: 43 }, (_, i) => 6 + i), 72, 96, 120]);
  });

  it("of referral are weeks that slide by a day", () => {
    expect(rtWindows(0, 9.5 * DAY, "referral")).toEqual([
      { from: 0, to: 7 * DAY },
      { from: DAY, to: 8 * DAY },
      { from: 2 * DAY, to: 9 * DAY },
    ]);
  });

  it("do not begin before a whole one fits", () => {
    expect(rtWindows(0, 6 * HOUR - 1, "content")).toEqual([]);
    expect(rtWindows(0, 6 * HOUR, "content")).toHaveLength(1);
  });
});
