import { describe, expect, it, test } from "vitest";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { clockInstant } from "#lib/time/zone-clock.ts";
import { movePeriod } from "./move-period.ts";
import oracle from "./oracles/periods.json" with { type: "json" };
import { parseQuery } from "./parse-query.ts";
import { PRESETS, SHIFTS } from "./query.ts";
import { type Life, resolveQuery } from "./resolve-query.ts";

const minuteOf = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;
const stretchOf = (span: { from: number; to: number } | null) =>
  span === null ? null : `${minuteOf(span.from)}/${minuteOf(span.to)}`;
const LIFE: Life = { first: Date.parse("2024-03-09T15:00Z"), last: Date.parse("2024-03-12T10:00Z") };

function frameOf(address: string, zone: string, now: string, other: Life | null = null) {
  const { query, faults } = parseQuery(new URLSearchParams(address));
  expect(faults).toEqual([]);
  return resolveQuery(query, { now: Date.parse(now), workspaceZone: zone, life: LIFE, other });
}

describe("over changes of the clock", () => {
  test.each(oracle.cases)("$period in $zone at $now", ({ zone, now, period, span, ...comparisons }) => {
    for (const kind of SHIFTS) {
      const frame = frameOf(`period=${period}&vs=${kind}`, zone, now);
      expect(stretchOf(frame)).toBe(span);
      expect([kind, stretchOf(frame.before)]).toEqual([kind, comparisons[kind]]);
    }
  });

  it("every period has been laid beside the oracle, but for the launch", () => {
    const periods = new Set(oracle.cases.map(({ period }) => period));
    expect(PRESETS.filter((preset) => !periods.has(preset))).toEqual(["launch"]);
  });

  it("the launch is compared with the same clock a year before, day by day with any day", () => {
    const [zone, now] = ["America/New_York", "2024-03-12T16:00Z"];
    const frame = frameOf("vs=year", zone, now);
    expect([frame.from, frame.to]).toEqual([LIFE.first, LIFE.last + 1]);
    expect(stretchOf(frame.before)).toBe("2023-03-09T15:00Z/2023-03-12T10:00Z");
    expect(frameOf("vs=previous", zone, now).before).toBeNull();
    expect(frameOf("vs=weekday", zone, now).before).toBeNull();
    // As long as three days of which one has 23 hours.
    expect(stretchOf(frameOf("period=2024-03-09..2024-03-11&vs=2024-02-01", zone, now).before)).toBe(
      "2024-02-01T05:00Z/2024-02-04T04:00Z",
    );
  });

  it("the launch ends before a day that has not begun, though its last hour has not ended", () => {
    const [zone, begins] = ["Asia/Kathmandu", Date.parse("2024-03-12T18:15Z")];
    const life = { first: LIFE.first, last: Date.parse("2024-03-12T19:00Z") - 1 };
    const endAt = (now: number) => {
      const { query } = parseQuery(new URLSearchParams());
      return resolveQuery(query, { now, workspaceZone: zone, life, other: null }).to;
    };
    expect(endAt(begins - 5 * 60_000)).toBe(begins);
    expect([endAt(begins), endAt(begins + DAY)]).toEqual([life.last + 1, life.last + 1]);
    // Of what is dated ahead nothing is cut.
    expect(endAt(begins - 2 * HOUR)).toBe(life.last + 1);
  });

  it("another campaign is looked at over the same instants, or from its own launch on", () => {
    const other = { first: Date.parse("2023-01-01T00:00Z"), last: Date.parse("2023-02-01T00:00Z") };
    const [zone, now] = ["Africa/Cairo", "2024-11-01T09:30Z"];
    const same = frameOf("period=yesterday&vs=campaign-2", zone, now, other);
    expect(same.before).toEqual({ from: same.from, to: same.to, campaignId: 2 });
    expect(frameOf("vs=campaign-2", zone, now, other).before).toEqual({
      from: other.first,
      to: other.first + LIFE.last + 1 - LIFE.first,
      campaignId: 2,
    });
    expect(frameOf("period=yesterday&vs=campaign-2", zone, now).before).toBeNull();
  });

  it("the question's own zone decides, not the workspace's", () => {
    const frame = frameOf("period=yesterday&zone=Africa/Cairo", "Asia/Riyadh", "2024-11-01T09:30Z");
    expect(stretchOf(frame)).toBe("2024-10-30T21:00Z/2024-10-31T22:00Z");
    expect(frame.zone).toBe("Africa/Cairo");
  });
});

describe("moving on", () => {
  const move = (period: string, steps: -1 | 1, zone: string) => {
    const now = "2024-12-01T00:00Z";
    return movePeriod(frameOf(`period=${period}`, zone, now), steps, { zone, now: Date.parse(now) });
  };

  test.each([
    // The day after begins at one o'clock, and is 23 hours long.
    ["2024-04-25..2024-04-25", 1, "2024-04-26..2024-04-26"],
    ["2024-04-26..2024-04-26", 1, "2024-04-27..2024-04-27"],
    ["2024-04-27..2024-04-27", -1, "2024-04-26..2024-04-26"],
    ["2024-04-24..2024-04-25", 1, "2024-04-26..2024-04-27"],
    // 25 hours.
    ["2024-10-31..2024-10-31", 1, "2024-11-01..2024-11-01"],
    ["2024-11-01..2024-11-01", -1, "2024-10-31..2024-10-31"],
  ] as const)("from %s by %d to %s", (period, steps, expected) => {
    const [from, to] = expected.split("..");
    expect(move(period, steps, "Africa/Cairo")).toEqual({ from, to });
  });

  it("ends where the next period has not begun", () => {
    const zone = "Africa/Cairo";
    const span = { from: Date.parse("2024-04-24T22:00Z"), to: Date.parse("2024-04-25T22:00Z") };
    const begun = clockInstant(Date.UTC(2024, 3, 26), zone);
    expect(movePeriod(span, 1, { zone, now: begun - 1 })).toBeNull();
    expect(movePeriod(span, 1, { zone, now: begun })).toEqual({ from: "2024-04-26", to: "2024-04-26" });
    const running = { from: begun, to: begun + HOUR };
    expect(movePeriod(running, -1, { zone, now: begun + DAY })).toEqual({
      from: "2024-04-25",
      to: "2024-04-25",
    });
  });
});
