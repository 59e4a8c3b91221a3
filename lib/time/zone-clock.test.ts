import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { HOUR, SECOND } from "./lengths.ts";
import { CHANGES, moments } from "./testing/clock-changes.ts";
import { clockInstant, dayAt, isoInZone, zoneOffset } from "./zone-clock.ts";

const isoOf = (at: number) => new Date(at).toISOString().replace(".000", "");
describe("zoneOffset and isoInZone", () => {
  test.each(CHANGES)("%s changes at %s", (zone, change, before, after) => {
    const at = Date.parse(change);
    expect(isoInZone(at - SECOND, zone)).toBe(before);
    expect(isoInZone(at, zone)).toBe(after);
    expect(at - SECOND + zoneOffset(zone, at - SECOND)).toBe(Date.parse(`${before.slice(0, 19)}Z`));
    expect(zoneOffset(zone, at - 1)).toBe(zoneOffset(zone, at - 12 * HOUR));
    expect(zoneOffset(zone, at + 12 * HOUR)).toBe(zoneOffset(zone, at));
  });

  test.each([
    ["UTC", "2024-01-15T00:00:00+00:00"],
    ["Asia/Riyadh", "2024-01-15T03:00:00+03:00"],
    ["Asia/Kabul", "2024-01-15T04:30:00+04:30"],
    ["Asia/Kolkata", "2024-01-15T05:30:00+05:30"],
    ["Asia/Kathmandu", "2024-01-15T05:45:00+05:45"],
    ["America/New_York", "2024-01-14T19:00:00-05:00"],
    ["America/St_Johns", "2024-01-14T20:30:00-03:30"],
    ["Pacific/Kiritimati", "2024-01-15T14:00:00+14:00"],
    ["Pacific/Pago_Pago", "2024-01-14T13:00:00-11:00"],
  ])("a moment in %s is %s", (zone, text) => {
    expect(isoInZone(Date.UTC(2024, 0, 15), zone)).toBe(text);
    expect(dayAt(Date.UTC(2024, 0, 15), zone)).toBe(text.slice(0, 10));
  });

  it("agree with the runtime's own names of offsets", () => {
    fc.assert(
      fc.property(moments, ({ zone, at }) => {
        const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
        const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
        const offset = isoInZone(at, zone).slice(19);
        expect([`GMT${offset}`, ...(offset === "+00:00" ? ["GMT"] : [])]).toContain(name);
        expect(Date.parse(isoInZone(at, zone))).toBe(at);
      }),
    );
  });

  it("read midnight as hour 0, before 1970 too", () => {
    expect(zoneOffset("Europe/London", Date.UTC(1969, 5, 1))).toBe(HOUR);
  });

  it("go on after many zones and days, and refuse an unknown zone", () => {
    for (const zone of Intl.supportedValuesOf("timeZone")) zoneOffset(zone, 0);
    for (let day = 0; day < 6000; day++) zoneOffset("Africa/Cairo", day * 24 * HOUR);
    expect(zoneOffset("Africa/Cairo", Date.UTC(2024, 6, 1))).toBe(3 * HOUR);
    expect(() => zoneOffset("Mars/Olympus", 0)).toThrow(RangeError);
  });
});

describe("clockInstant", () => {
  test.each([
    ["Asia/Kolkata", "2024-03-10T02:30", "2024-03-09T21:00:00Z"],
    ["Asia/Kathmandu", "2024-03-10T02:30", "2024-03-09T20:45:00Z"],
    ["Pacific/Kiritimati", "2024-03-10T02:30", "2024-03-09T12:30:00Z"],
    ["Pacific/Pago_Pago", "2024-03-10T02:30", "2024-03-10T13:30:00Z"],
    ["America/New_York", "2024-03-10T01:59", "2024-03-10T06:59:00Z"],
    ["America/New_York", "2024-03-10T03:00", "2024-03-10T07:00:00Z"],
    ["America/New_York", "2024-11-03T00:59", "2024-11-03T04:59:00Z"],
    ["America/New_York", "2024-11-03T02:00", "2024-11-03T07:00:00Z"],
    ["Africa/Cairo", "2024-11-01T00:00", "2024-10-31T22:00:00Z"],
  ])("%s shows %s once", (zone, clock, instant) => {
    expect(isoOf(clockInstant(Date.parse(`${clock}Z`), zone))).toBe(instant);
  });

  test.each([
    ["America/New_York", "2024-11-03T01:00", "2024-11-03T05:00:00Z"],
    ["America/New_York", "2024-11-03T01:30", "2024-11-03T05:30:00Z"],
    ["Africa/Cairo", "2024-10-31T23:30", "2024-10-31T20:30:00Z"],
    ["Australia/Lord_Howe", "2024-04-07T01:45", "2024-04-06T14:45:00Z"],
    ["America/Havana", "2024-11-03T00:30", "2024-11-03T04:30:00Z"],
    ["Africa/Casablanca", "2024-03-10T02:30", "2024-03-10T01:30:00Z"],
    ["America/St_Johns", "2006-10-28T23:30", "2006-10-29T02:00:00Z"],
  ])("%s shows %s twice: the first is meant", (zone, clock, instant) => {
    expect(isoOf(clockInstant(Date.parse(`${clock}Z`), zone))).toBe(instant);
  });

  test.each([
    ["America/New_York", "2024-03-10T02:00", "2024-03-10T07:00:00Z"],
    ["America/New_York", "2024-03-10T02:30", "2024-03-10T07:30:00Z"],
    ["Africa/Cairo", "2024-04-26T00:30", "2024-04-25T22:30:00Z"],
    ["Australia/Lord_Howe", "2024-10-06T02:15", "2024-10-05T15:45:00Z"],
    ["Africa/Casablanca", "2024-04-14T02:30", "2024-04-14T02:30:00Z"],
    ["America/Sao_Paulo", "2018-11-04T00:00", "2018-11-04T03:00:00Z"],
    ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00Z"],
  ])("%s never shows %s: as if the clock had gone on", (zone, clock, instant) => {
    expect(isoOf(clockInstant(Date.parse(`${clock}Z`), zone))).toBe(instant);
  });

  it("is the first instant that shows what any instant shows", () => {
    fc.assert(
      fc.property(moments, ({ zone, at }) => {
        const clock = at + zoneOffset(zone, at);
        const found = clockInstant(clock, zone);
        expect(found + zoneOffset(zone, found)).toBe(clock);
        expect(found).toBeLessThanOrEqual(at);
      }),
    );
  });
});
