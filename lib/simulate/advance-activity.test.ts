import { describe, expect, it } from "vitest";
import { advanceActivity } from "#lib/simulate/advance-activity.ts";
import { dailyActivity } from "#lib/simulate/daily-activity.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

const MIDNIGHT = Date.UTC(2024, 4, 1);
const daytime = { hours: [...new Array(12).fill(0), ...new Array(12).fill(1)], utcOffset: 0 };

describe("advanceActivity", () => {
  it("is plain addition when every hour is alike", () => {
    const flat = { hours: new Array(24).fill(3), utcOffset: 3 * HOUR };
    expect(advanceActivity(flat, MIDNIGHT + 17, 5.5 * HOUR)).toBeCloseTo(MIDNIGHT + 17 + 5.5 * HOUR, 3);
  });

  it("passes over silent hours and runs faster in busy ones", () => {
    expect(advanceActivity(daytime, MIDNIGHT, HOUR)).toBe(MIDNIGHT + 12.5 * HOUR);
    expect(advanceActivity(daytime, MIDNIGHT + 23 * HOUR, 3 * HOUR)).toBe(MIDNIGHT + DAY + 12.5 * HOUR);
  });

  it("takes whole days for whole days, and no time for none", () => {
    const at = MIDNIGHT + 4.3 * HOUR;
    expect(advanceActivity(daytime, at, 3 * DAY)).toBe(at + 3 * DAY);
    expect(advanceActivity(daytime, at, 0)).toBe(at);
  });

  it("reads the hour in local time, also west of Greenwich and before 1970", () => {
    const local = { ...daytime, utcOffset: 3 * HOUR };
    expect(advanceActivity(local, MIDNIGHT, HOUR)).toBe(MIDNIGHT + 9.5 * HOUR);
    const west = { ...daytime, utcOffset: -5 * HOUR };
    expect(advanceActivity(west, -DAY, HOUR)).toBe(-DAY + HOUR / 2);
  });

  it("never turns the order of two durations round", () => {
    const activity = dailyActivity(0);
    const ends = Array.from({ length: 500 }, (_, step) =>
      advanceActivity(activity, MIDNIGHT, step * 0.37 * HOUR),
    );
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(new Set(ends).size).toBe(500);
  });

  it("refuses a day without activity, with a negative weight or of the wrong length", () => {
    const withHours = (hours: number[]) => () => advanceActivity({ hours, utcOffset: 0 }, 0, HOUR);
    expect(withHours(new Array(24).fill(0))).toThrow(RangeError);
    expect(withHours([...new Array(23).fill(1), -1])).toThrow(RangeError);
    expect(withHours(new Array(23).fill(1))).toThrow(RangeError);
    expect(withHours(new Array(24).fill(1))).not.toThrow();
  });
});
