import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { HOUR, MINUTE, WEEK } from "./lengths.ts";
import { moments } from "./testing/clock-changes.ts";
import { dayAt, dayStart, touchedDays, weekStart } from "./zone-clock.ts";

const isoOf = (at: number) => new Date(at).toISOString().replace(".000", "");
describe("dayStart", () => {
  test.each([
    ["UTC", "2024-03-10", "2024-03-10T00:00:00Z", 24],
    ["Asia/Riyadh", "2024-03-10", "2024-03-09T21:00:00Z", 24],
    ["Asia/Kolkata", "2024-03-10", "2024-03-09T18:30:00Z", 24],
    ["Asia/Kathmandu", "2024-03-10", "2024-03-09T18:15:00Z", 24],
    ["Pacific/Kiritimati", "2024-01-01", "2023-12-31T10:00:00Z", 24],
    ["Pacific/Pago_Pago", "2024-01-01", "2024-01-01T11:00:00Z", 24],
    ["America/New_York", "2024-03-10", "2024-03-10T05:00:00Z", 23],
    ["America/New_York", "2024-11-03", "2024-11-03T04:00:00Z", 25],
    ["Africa/Cairo", "2024-04-25", "2024-04-24T22:00:00Z", 24],
    ["Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z", 23],
    ["Africa/Cairo", "2024-10-31", "2024-10-30T21:00:00Z", 25],
    ["Africa/Cairo", "2024-11-01", "2024-10-31T22:00:00Z", 24],
    ["Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z", 23],
    ["Asia/Beirut", "2024-10-26", "2024-10-25T21:00:00Z", 25],
    ["America/Havana", "2024-03-10", "2024-03-10T05:00:00Z", 23],
    ["America/Havana", "2024-11-03", "2024-11-03T04:00:00Z", 25],
    ["Asia/Gaza", "2011-04-01", "2011-03-31T22:00:00Z", 23],
    ["America/Sao_Paulo", "2018-02-17", "2018-02-17T02:00:00Z", 25],
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 23],
    ["America/St_Johns", "2006-04-02", "2006-04-02T03:30:00Z", 23],
    ["America/St_Johns", "2006-10-29", "2006-10-29T02:30:00Z", 25],
    ["Africa/Casablanca", "2024-03-10", "2024-03-09T23:00:00Z", 25],
    ["Africa/Casablanca", "2024-04-14", "2024-04-14T00:00:00Z", 23],
    ["Australia/Lord_Howe", "2024-04-07", "2024-04-06T13:00:00Z", 24.5],
    ["Australia/Lord_Howe", "2024-10-06", "2024-10-05T13:30:00Z", 23.5],
    ["Antarctica/Troll", "2024-03-31", "2024-03-31T00:00:00Z", 22],
    ["Pacific/Chatham", "2024-04-07", "2024-04-06T10:15:00Z", 25],
    ["Asia/Pyongyang", "2018-05-05", "2018-05-04T15:00:00Z", 24],
    ["Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", 24],
    ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0],
    ["Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", 24],
  ])("in %s %s begins at %s and has %d hours", (zone, day, instant, hours) => {
    const next = new Date(Date.parse(day) + 24 * HOUR).toISOString().slice(0, 10);
    expect(isoOf(dayStart(day, zone))).toBe(instant);
    expect(dayStart(next, zone) - dayStart(day, zone)).toBe(hours * HOUR);
  });

  it("is the first instant at which the clock has reached the day", () => {
    fc.assert(
      fc.property(moments, ({ zone, at }) => {
        const start = dayStart(dayAt(at, zone), zone);
        expect(dayAt(start, zone)).toBe(dayAt(at, zone));
        expect(dayAt(start - 1, zone) < dayAt(start, zone)).toBe(true);
        expect(start).toBeLessThanOrEqual(at);
      }),
    );
  });
});

describe("touchedDays", () => {
  const days = (from: string, to: string) =>
    touchedDays({ from: Date.parse(from), to: Date.parse(to) }, "Africa/Cairo");
  const [spring, autumn] = [Date.UTC(2024, 3, 25), Date.UTC(2024, 9, 31)].map((at) => at / (24 * HOUR));

  it("counts whole days as what they are, short or long", () => {
    expect(days("2024-04-24T22:00:00Z", "2024-04-25T22:00:00Z")).toEqual({ first: spring, count: 1 });
    expect(days("2024-04-24T22:00:00Z", "2024-04-26T21:00:00Z")).toEqual({ first: spring, count: 2 });
    expect(days("2024-10-30T21:00:00Z", "2024-10-31T22:00:00Z")).toEqual({ first: autumn, count: 1 });
    expect(days("2024-10-30T21:00:00Z", "2024-10-31T22:00:00.001Z")).toEqual({ first: autumn, count: 2 });
    expect(days("2024-10-30T21:00:00Z", "2024-10-30T21:00:00Z")).toEqual({ first: autumn, count: 1 });
  });
});

test("weeks begin on Mondays, before 1970 too", () => {
  const monday = Date.UTC(2024, 9, 28);
  for (const since of [0, MINUTE, WEEK - 1]) expect(weekStart(monday + since)).toBe(monday);
  expect(weekStart(monday - 1)).toBe(Date.UTC(2024, 9, 21));
  expect(weekStart(Date.UTC(1969, 11, 31))).toBe(Date.UTC(1969, 11, 29));
});
