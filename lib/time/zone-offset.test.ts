import { describe, expect, it } from "vitest";
import { zoneOffset } from "./zone-offset.ts";

const HOUR = 3_600_000;

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
