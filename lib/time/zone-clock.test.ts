import { describe, expect, it, test } from "vitest";
import { HOUR } from "./lengths.ts";
import { dayStart, isoInZone, zoneOffset } from "./zone-clock.ts";

describe("zoneOffset", () => {
  it("knows whole, half and quarter hours", () => {
    const at = Date.UTC(2024, 0, 15);
    expect(zoneOffset("UTC", at)).toBe(0);
    expect(zoneOffset("Asia/Riyadh", at)).toBe(3 * HOUR);
    expect(zoneOffset("Asia/Kabul", at)).toBe(4.5 * HOUR);
    expect(zoneOffset("Asia/Kathmandu", at)).toBe(5.75 * HOUR);
    expect(zoneOffset("America/New_York", at)).toBe(-5 * HOUR);
  });

  it("changes at the instant of daylight saving", () => {
    const change = Date.UTC(2024, 3, 26) - 2 * HOUR;
    expect(zoneOffset("Africa/Cairo", change - 1)).toBe(2 * HOUR);
    expect(zoneOffset("Africa/Cairo", change)).toBe(3 * HOUR);
  });

  it("reads midnight as hour 0, before 1970 too", () => {
    expect(zoneOffset("Europe/London", Date.UTC(1969, 5, 1))).toBe(HOUR);
  });

  it("refuses an unknown zone", () => {
    expect(() => zoneOffset("Mars/Olympus", 0)).toThrow(RangeError);
  });
});

describe("dayStart", () => {
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
});

describe("isoInZone", () => {
  test.each([
    ["UTC", "2026-03-01T00:00:00+00:00"],
    ["Asia/Riyadh", "2026-03-01T03:00:00+03:00"],
    ["Asia/Kolkata", "2026-03-01T05:30:00+05:30"],
    ["America/New_York", "2026-02-28T19:00:00-05:00"],
  ])("a moment in %s is %s", (zone, text) => {
    expect(isoInZone(Date.UTC(2026, 2, 1), zone)).toBe(text);
    expect(Date.parse(text)).toBe(Date.UTC(2026, 2, 1));
  });
});
