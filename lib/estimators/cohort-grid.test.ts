import { expect, it, test } from "vitest";
import { DAY, MINUTE, WEEK } from "#lib/time/lengths.ts";
import { cohortGrid } from "./cohort-grid.ts";

const times = (...instants: string[]) => Float64Array.from(instants, (instant) => Date.parse(instant));
const YEARS = 5000 * DAY;
const gridOf = (at: Float64Array, asOf: number, zone: string) =>
  cohortGrid({ at }, { asOf, horizon: YEARS, zone });
const edgesOf = (at: Float64Array, asOf: string, zone: string) => {
  const { grain, edges } = gridOf(at, Date.parse(asOf), zone);
  return [grain, ...edges.map((edge) => new Date(edge).toISOString().slice(5, 16))];
};

test.each([
  ["hour", "Asia/Kolkata", "2024-03-10T06:29Z 2024-03-10T07:30Z", "05:30 06:30 07:30 08:30"],
  // The clock skips two o'clock, and shows one o'clock twice.
  ["hour", "America/New_York", "2024-03-10T06:30Z 2024-03-10T08:10Z", "06:00 07:00 08:00 09:00"],
  ["hour", "America/New_York", "2024-11-03T05:10Z 2024-11-03T07:10Z", "05:00 06:00 07:00 08:00"],
])("%ss in %s of %s", (grain, zone, shares, expected) => {
  const [day = ""] = shares.split("T");
  expect(edgesOf(times(...shares.split(" ")), `${day}T23:00Z`, zone)).toEqual([
    grain,
    ...expected.split(" ").map((time) => `${day.slice(5)}T${time}`),
  ]);
});

it("cuts days and weeks at the midnights of the zone", () => {
  const days = times("2024-04-24T12:00Z", "2024-04-27T12:00Z");
  expect(edgesOf(days, "2024-05-01T00:00Z", "Africa/Cairo")).toEqual([
    "day",
    "04-23T22:00",
    "04-24T22:00",
    "04-25T22:00",
    "04-26T21:00",
    "04-27T21:00",
  ]);
  const weeks = edgesOf(
    times("2024-02-14T12:00Z", "2024-05-01T12:00Z"),
    "2024-06-01T00:00Z",
    "Europe/London",
  );
  expect(weeks.slice(0, 2)).toEqual(["week", "02-12T00:00"]);
  expect(weeks.slice(-7)).toEqual([
    "03-25T00:00",
    "03-31T23:00",
    "04-07T23:00",
    "04-14T23:00",
    "04-21T23:00",
    "04-28T23:00",
    "05-05T23:00",
  ]);
});

it("begins a cohort with a share at its edge, and looks at none after the instant", () => {
  const shares = times("2024-03-10T06:00Z", "2024-03-10T08:00Z", "2024-03-10T10:00Z");
  expect(edgesOf(shares, "2024-03-10T08:00Z", "UTC").slice(1)).toEqual([
    "03-10T06:00",
    "03-10T07:00",
    "03-10T08:00",
    "03-10T09:00",
  ]);
  expect(edgesOf(shares, "2024-03-10T07:59Z", "UTC").at(-1)).toBe("03-10T07:00");
  expect(gridOf(new Float64Array(), 0, "UTC").edges).toEqual([]);
});

it("takes hours up to three days, days up to sixty, then the last sixty weeks", () => {
  const cut = (span: number) => {
    const { grain, edges, steps } = gridOf(Float64Array.of(0, span), span, "UTC");
    expect(steps.map(({ from }) => from)).toEqual(edges.slice(0, -1));
    return [grain, edges.length - 1, (edges.at(-1) ?? 0) > span];
  };
  expect(cut(3 * DAY)).toEqual(["hour", 73, true]);
  expect(cut(3 * DAY + 1)).toEqual(["day", 4, true]);
  expect(cut(60 * DAY)).toEqual(["day", 61, true]);
  expect(cut(60 * DAY + 1)).toEqual(["week", 10, true]);
  expect(cut(100 * WEEK)).toEqual(["week", 60, true]);
});

it("goes by the age of a campaign that still spreads, and leaves out what comes long after the rest", () => {
  const at = Float64Array.from({ length: 200 }, (_, i) => i * 10 * MINUTE);
  const grid = (asOf: number, shares = at) =>
    cohortGrid({ at: shares }, { asOf, horizon: 7 * DAY, zone: "UTC" });
  expect(grid(2 * DAY).grain).toBe("hour");
  expect(grid(4 * DAY).grain).toBe("day");
  expect(grid(4 * DAY).steps).toHaveLength(2);
  const straggler = grid(91 * DAY, Float64Array.of(...at, 90 * DAY));
  expect(straggler).toMatchObject({ grain: "hour", later: 3 });
});
