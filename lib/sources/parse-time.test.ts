import { describe, expect, it } from "vitest";
import { MINUTE } from "#lib/time/lengths.ts";
import { parseTime } from "./parse-time.ts";
import { LONE_TIME } from "./times/time-form.ts";

const now = Date.UTC(2026, 0, 1);
const read = (text: string, zone: string | null = null) => parseTime(text, { zone, now });

describe("parseTime", () => {
  it("reads ISO 8601 with an offset, whole or broken seconds, a date alone in a zone", () => {
    const at = Date.UTC(2012, 11, 11, 15, 58, 26);
    for (const text of [
      "2012-12-11T15:58:26Z",
      "2012-12-11 15:58:26Z",
      "2012-12-11T18:58:26+03:00",
      "2012-12-11T18:58:26+0300",
      "2012-12-11T18:58:26+03",
      "2012-12-11T10:58:26.000-05:00",
    ])
      expect(read(text), text).toBe(at);
    expect(read("2012-12-11T15:58:26.789123Z")).toBe(at + 789);
    expect(read("2012-12-11", "Asia/Riyadh")).toBe(Date.UTC(2012, 11, 10, 21));
    expect(read("2012-12-11T15:58Z")).toBe(at - 26_000);
  });

  it("reads day and month in the order of their column, and refuses them without one", () => {
    const dated = (text: string, dateOrder: "day-first" | "month-first" | null) =>
      parseTime(text, { zone: "UTC", now, forms: { ...LONE_TIME, dateOrder } });
    const at = Date.UTC(2012, 3, 3, 9, 5);
    expect(dated("3/4/2012 9:05", "day-first")).toBe(at);
    expect(dated("04/03/2012 09:05", "month-first")).toBe(at);
    expect(dated("03.04.2012 12:05:00.5 +03:00", "day-first")).toBe(at + 500);
    expect(dated("15/04/2012", "month-first")).toBe("other-date-order");
    expect(dated("30/02/2012", "day-first")).toBe("no-such-time");
    expect(dated("3/4/2012 9:05", null)).toBe("not-a-date");
  });

  it("reads Unix seconds and milliseconds", () => {
    expect(read("1355241506")).toBe(1355241506000);
    expect(read("1355241506.25")).toBe(1355241506250);
    expect(read("1355241506123")).toBe(1355241506123);
  });

  it("reads a local time in its zone, and refuses it without one", () => {
    expect(read("2012-12-11 23:58:26", "Asia/Shanghai")).toBe(Date.UTC(2012, 11, 11, 15, 58, 26));
    expect(read("2012-12-11 23:58:26")).toBe("date-without-zone");
  });

  it("takes the first of a repeated hour, and passes over a skipped one", () => {
    expect(read("2024-11-03 01:30:00", "America/New_York")).toBe(Date.UTC(2024, 10, 3, 5, 30));
    expect(read("2024-03-10 01:30:00", "America/New_York")).toBe(Date.UTC(2024, 2, 10, 6, 30));
    expect(read("2024-03-10 03:30:00", "America/New_York")).toBe(Date.UTC(2024, 2, 10, 7, 30));
  });

  it("refuses what is no date", () => {
    for (const text of ["", "yesterday", "11/12/2012", "123", "2012-12-11T15:58:26!"])
      expect(read(text), text).toBe("not-a-date");
    for (const text of ["2023-02-30T00:00:00Z", "2023-13-01T00:00:00Z", "2023-01-01T24:00:00Z"])
      expect(read(text), text).toBe("no-such-time");
    expect(read("2024-02-29T00:00:00Z")).toBe(Date.UTC(2024, 1, 29));
  });

  it("refuses what lies too far back or ahead", () => {
    expect(read("1989-12-31T23:59:59Z")).toBe("before-1990");
    expect(read("1990-01-01T00:00:00Z")).toBe(Date.UTC(1990, 0, 1));
    expect(read("2026-01-01T00:05:00Z")).toBe(now + 5 * MINUTE);
    expect(read("2026-01-01T00:05:01Z")).toBe("in-the-future");
  });
});
