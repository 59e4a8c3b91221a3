import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { GRAINS } from "./grain.ts";
import { DAY, HOUR } from "./lengths.ts";
import { moments } from "./testing/clock-changes.ts";
import { stepAt, timeSteps } from "./time-steps.ts";
import { dayAt, zoneOffset } from "./zone-clock.ts";

/** Clocks of these have changed within an hour, which then has minutes of two. */
const UNEVEN = ["America/St_Johns", "Asia/Gaza", "Asia/Pyongyang", "Pacific/Chatham"];

const minuteOf = (at: number) => new Date(at).toISOString().slice(5, 16);

describe("time steps", () => {
  // Each step as its first instant in UTC and the clock's day and hour, both from the tz database.
  test.each([
    [
      "hour",
      "Asia/Kathmandu",
      "2024-03-09T18:30Z/2024-03-09T20:20Z",
      ["03-09T18:15 03-10T00:00", "03-09T19:15 03-10T01:00", "03-09T20:15 03-10T02:00"],
    ],
    [
      "hour",
      "America/New_York",
      "2024-03-10T06:00Z/2024-03-10T09:00Z",
      ["03-10T06:00 03-10T01:00", "03-10T07:00 03-10T03:00", "03-10T08:00 03-10T04:00"],
    ],
    [
      "hour",
      "America/New_York",
      "2024-11-03T05:59Z/2024-11-03T07:01Z",
      ["11-03T05:00 11-03T01:00", "11-03T06:00 11-03T01:00", "11-03T07:00 11-03T02:00"],
    ],
    [
      "hour",
      "America/New_York",
      "2024-11-03T06:30Z/2024-11-03T08:00Z",
      ["11-03T06:00 11-03T01:00", "11-03T07:00 11-03T02:00"],
    ],
    [
      "hour",
      "Africa/Cairo",
      "2024-10-31T20:00Z/2024-10-31T23:00Z",
      ["10-31T20:00 10-31T23:00", "10-31T21:00 10-31T23:00", "10-31T22:00 11-01T00:00"],
    ],
    [
      "hour",
      "Australia/Lord_Howe",
      "2024-04-06T14:00Z/2024-04-06T16:00Z",
      ["04-06T14:00 04-07T01:00", "04-06T15:00 04-07T01:30", "04-06T15:30 04-07T02:00"],
    ],
    [
      "hour",
      "Australia/Lord_Howe",
      "2024-04-06T15:10Z/2024-04-06T15:31Z",
      ["04-06T15:00 04-07T01:30", "04-06T15:30 04-07T02:00"],
    ],
    [
      "hour",
      "Australia/Lord_Howe",
      "2024-10-05T14:30Z/2024-10-05T17:00Z",
      ["10-05T14:30 10-06T01:00", "10-05T15:30 10-06T02:30", "10-05T16:00 10-06T03:00"],
    ],
    [
      "day",
      "Africa/Cairo",
      "2024-04-25T12:00Z/2024-04-27T21:00Z",
      ["04-24T22:00 04-25T00:00", "04-25T22:00 04-26T00:00", "04-26T21:00 04-27T00:00"],
    ],
    [
      "day",
      "Africa/Cairo",
      "2024-10-30T21:00Z/2024-11-01T22:01Z",
      ["10-30T21:00 10-31T00:00", "10-31T22:00 11-01T00:00", "11-01T22:00 11-02T00:00"],
    ],
    [
      "day",
      "America/Sao_Paulo",
      "2018-11-03T12:00Z/2018-11-05T12:00Z",
      ["11-03T03:00 11-03T00:00", "11-04T03:00 11-04T00:00", "11-05T02:00 11-05T00:00"],
    ],
    [
      "day",
      "Pacific/Apia",
      "2011-12-29T12:00Z/2012-01-01T00:00Z",
      ["12-29T10:00 12-29T00:00", "12-30T10:00 12-31T00:00", "12-31T10:00 01-01T00:00"],
    ],
    [
      // Begins in the hour for which the day before came back.
      "day",
      "America/St_Johns",
      "2006-10-29T03:00Z/2006-10-30T12:00Z",
      ["10-29T02:30 10-29T00:00", "10-30T03:30 10-30T00:00"],
    ],
    [
      "week",
      "Europe/London",
      "2024-03-31T12:00Z/2024-04-08T00:00Z",
      ["03-25T00:00 03-25T00:00", "03-31T23:00 04-01T00:00", "04-07T23:00 04-08T00:00"],
    ],
    [
      "week",
      "Asia/Beirut",
      "2024-10-20T20:59Z/2024-11-01T00:00Z",
      ["10-13T21:00 10-14T00:00", "10-20T21:00 10-21T00:00", "10-27T22:00 10-28T00:00"],
    ],
    [
      "month",
      "Africa/Cairo",
      "2024-04-15T00:00Z/2024-06-30T21:00Z",
      ["03-31T22:00 04-01T00:00", "04-30T21:00 05-01T00:00", "05-31T21:00 06-01T00:00"],
    ],
    [
      "month",
      "Africa/Casablanca",
      "2024-03-01T00:00Z/2024-05-01T00:00Z",
      ["02-29T23:00 03-01T00:00", "04-01T00:00 04-01T00:00", "04-30T23:00 05-01T00:00"],
    ],
  ] as const)("%s in %s, %s", (grain, zone, stretch, expected) => {
    const [from = "", to = ""] = stretch.split("/");
    const steps = timeSteps({ from: Date.parse(from), to: Date.parse(to) }, grain, zone);
    expect(steps.map((step) => `${minuteOf(step.from)} ${minuteOf(step.clock)}`)).toEqual(expected);
  });

  const spans = fc.record({
    moment: moments,
    length: fc.integer({ min: 1, max: 100 * HOUR }),
    grain: fc.constantFrom(...GRAINS),
    part: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  });

  it("follow each other without gap or overlap, and cover what is asked about", () => {
    fc.assert(
      fc.property(spans, ({ moment: { zone, at: from }, length, grain, part }) => {
        const to = from + length;
        const steps = timeSteps({ from, to }, grain, zone);
        const starts = steps.map((step) => step.from);
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
        expect(starts[0]).toBeLessThanOrEqual(from);
        expect(starts[1] ?? to).toBeGreaterThan(from);
        expect(starts.at(-1)).toBeLessThan(to);
        const longer = timeSteps({ from, to: to + 40 * DAY }, grain, zone);
        expect(longer.slice(0, steps.length)).toEqual(steps);
        expect(longer[steps.length]?.from).toBeGreaterThanOrEqual(to);
        const at = from + Math.floor(part * length);
        expect(stepAt(steps, at)).toBe(starts.filter((start) => start <= at).length - 1);
      }),
    );
  });

  it("bear the hour, day, week or month that the clock shows throughout", () => {
    fc.assert(
      fc.property(spans, ({ moment: { zone, at: from }, length, grain, part }) => {
        fc.pre(!UNEVEN.includes(zone));
        const steps = timeSteps({ from, to: from + length }, grain, zone);
        const at = from + Math.floor(part * length);
        const shown = new Date(steps[stepAt(steps, at)]?.clock ?? Number.NaN).toISOString();
        const day = dayAt(at, zone);
        if (grain === "hour") {
          expect(shown.slice(0, 13)).toBe(new Date(at + zoneOffset(zone, at)).toISOString().slice(0, 13));
        }
        if (grain === "day") expect(shown).toBe(`${day}T00:00:00.000Z`);
        if (grain === "month") expect(shown).toBe(`${day.slice(0, 7)}-01T00:00:00.000Z`);
        if (grain === "week") {
          expect(new Date(shown).getUTCDay()).toBe(1);
          expect(Math.floor((Date.parse(day) - Date.parse(shown)) / (7 * DAY))).toBe(0);
        }
      }),
    );
  });
});

describe("stepAt", () => {
  const steps = [10, 20, 40].map((from) => ({ clock: from, from }));

  test.each([
    [9, -1],
    [10, 0],
    [19, 0],
    [20, 1],
    [39, 1],
    [40, 2],
    [1000, 2],
  ])("%d lies in step %d", (at, step) => {
    expect(stepAt(steps, at)).toBe(step);
  });
});
