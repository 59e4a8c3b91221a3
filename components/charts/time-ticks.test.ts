import { expect, it } from "vitest";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { timeTicks } from "./time-ticks.ts";

const isoOf = (ticks: readonly number[]) => ticks.map((at) => new Date(at).toISOString());

it("marks midnights of the zone, also across a change of the clock", () => {
  const from = Date.parse("2026-10-23T10:00Z");
  const to = Date.parse("2026-10-27T10:00Z");
  const { ticks, grain } = timeTicks(from, to, "Europe/Berlin");
  expect(grain).toBe("day");
  expect(isoOf(ticks)).toEqual([
    "2026-10-23T22:00:00.000Z",
    "2026-10-24T22:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
    "2026-10-26T23:00:00.000Z",
  ]);
});

it("marks round hours of a short stretch, and never more than asked for", () => {
  const from = Date.parse("2026-11-01T00:20Z");
  const { ticks, grain } = timeTicks(from, from + 11 * HOUR, "UTC", 4);
  expect(grain).toBe("hour");
  expect(isoOf(ticks)).toEqual([
    "2026-11-01T03:00:00.000Z",
    "2026-11-01T06:00:00.000Z",
    "2026-11-01T09:00:00.000Z",
  ]);
  expect(timeTicks(from, from + 20 * 365 * DAY, "Asia/Riyadh").ticks.length).toBeLessThanOrEqual(6);
});

it("marks an hour that the clock skips or shows twice once", () => {
  const hours = (from: string, to: string) =>
    isoOf(timeTicks(Date.parse(from), Date.parse(to), "America/New_York").ticks).map((at) =>
      at.slice(11, 16),
    );
  // One, three, four and five o'clock; one, two, three and four.
  expect(hours("2024-03-10T05:30Z", "2024-03-10T09:30Z")).toEqual(["06:00", "07:00", "08:00", "09:00"]);
  expect(hours("2024-11-03T04:30Z", "2024-11-03T09:30Z")).toEqual(["05:00", "07:00", "08:00", "09:00"]);
});
