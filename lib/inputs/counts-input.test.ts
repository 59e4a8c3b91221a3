import { describe, expect, it, test } from "vitest";
import { growthRateOf } from "#lib/estimators/growth.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { countsInput } from "./counts-input.ts";

const count = (shares: readonly string[], asOf: string, zone: string) =>
  countsInput(
    shares.map((at) => Date.parse(at)),
    Date.parse(asOf),
    zone,
  );

describe("days are those of the zone's clock", () => {
  // Each of these is the last or the first minute of a day, the first of them on the first of three days.
  test.each([
    ["UTC", "2024-03-09T00:00Z 2024-03-09T23:59Z 2024-03-10T00:00Z 2024-03-11T23:59Z", "2024-03-12T00:00Z"],
    [
      "Asia/Kolkata",
      "2024-03-08T18:30Z 2024-03-09T18:29Z 2024-03-09T18:30Z 2024-03-11T18:29Z",
      "2024-03-11T18:30Z",
    ],
    [
      "Asia/Kathmandu",
      "2024-03-08T18:15Z 2024-03-09T18:14Z 2024-03-09T18:15Z 2024-03-11T18:14Z",
      "2024-03-11T18:15Z",
    ],
    // The second of the three has 23 or 25 hours.
    [
      "America/New_York",
      "2024-03-09T05:00Z 2024-03-10T04:59Z 2024-03-10T05:00Z 2024-03-12T03:59Z",
      "2024-03-12T04:00Z",
    ],
    [
      "Africa/Cairo",
      "2024-04-24T22:00Z 2024-04-25T21:59Z 2024-04-25T22:00Z 2024-04-27T20:59Z",
      "2024-04-27T21:00Z",
    ],
    [
      "Africa/Cairo",
      "2024-10-29T21:00Z 2024-10-30T20:59Z 2024-10-30T21:00Z 2024-11-01T21:59Z",
      "2024-11-01T22:00Z",
    ],
  ])("in %s: %s", (zone, shares, end) => {
    const [first = "", ...others] = shares.split(" ");
    const asOf = new Date(Date.parse(end) + DAY - HOUR - MINUTE).toISOString();
    expect(count([first, ...others], asOf, zone)).toMatchObject({ grain: "day", counts: [2, 1, 1] });
    expect(count([first, ...others, end], asOf, zone).counts).toEqual([2, 1, 1]);
  });
});

const lengthsOf = (edges: readonly number[]) => edges.slice(1).map((to, i) => to - (edges[i] ?? 0));

it("knows how long a day of the zone is", () => {
  const days = Array.from({ length: 6 }, (_, i) => Date.parse("2024-03-08T12:00Z") + i * DAY);
  const { edges } = countsInput(days, days[5] ?? 0, "America/New_York");
  expect(lengthsOf(edges).map((length) => length / HOUR)).toEqual([24, 24, 23, 24, 24]);
});

describe("hours of a young campaign", () => {
  // One share each half hour: where an hour counted twice or not at all, it would show.
  test.each([
    ["America/New_York", "2024-03-10T02:00Z"],
    ["America/New_York", "2024-11-03T01:00Z"],
    ["Africa/Cairo", "2024-10-31T16:00Z"],
    ["Australia/Lord_Howe", "2024-04-06T10:00Z"],
    ["Australia/Lord_Howe", "2024-10-05T10:30Z"],
    ["Asia/Kathmandu", "2024-03-10T02:15Z"],
  ])("hold as many shares as they are long over a change in %s from %s on", (zone, start) => {
    const from = Date.parse(start);
    const times = Array.from({ length: 20 }, (_, i) => from + i * 30 * MINUTE);
    const { grain, counts, edges } = countsInput(times, from + 10 * HOUR, zone);
    expect(grain).toBe("hour");
    expect(counts.map((shares) => shares * 30 * MINUTE)).toEqual(lengthsOf(edges));
    expect(edges[0]).toBe(from);
    // Half an hour of it may still run.
    expect(from + 10 * HOUR - (edges.at(-1) ?? 0)).toBeLessThan(HOUR);
    expect(growthRateOf(counts, edges).value).toBe(0);
  });

  it("begin when the zone's clock strikes", () => {
    const shares = ["2024-03-10T06:29Z", "2024-03-10T06:30Z", "2024-03-10T07:29Z"];
    expect(count(shares, "2024-03-10T08:00Z", "Asia/Kolkata").counts).toEqual([1, 2]);
    expect(count(shares, "2024-03-10T08:00Z", "UTC").counts).toEqual([2, 1]);
  });
});

it("takes days from an age of three days on, the last fourteen, and none that still runs", () => {
  const every = (step: number, days: number) =>
    Array.from({ length: (days * DAY) / step }, (_, i) => i * step);
  const shown = (...asked: Parameters<typeof countsInput>) => {
    const { grain, counts } = countsInput(...asked);
    return { grain, counts };
  };
  expect(shown(every(HOUR, 3), 3 * DAY - 1, "UTC")).toEqual({ grain: "hour", counts: new Array(14).fill(1) });
  expect(shown(every(HOUR, 3), 3 * DAY, "UTC")).toEqual({ grain: "day", counts: [24, 24, 24] });
  expect(shown(every(HOUR, 20), 19.5 * DAY, "UTC")).toEqual({ grain: "day", counts: new Array(14).fill(24) });
  expect(shown([], DAY, "UTC")).toEqual({ grain: "hour", counts: [] });
});
