import { describe, expect, it } from "vitest";
import { parseQuery } from "#lib/query/parse-query.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";
import { horizonOf, minuteOf, OPTIONS, questionOf } from "./question.ts";

const LIFE = { first: Date.UTC(2026, 2, 1, 5), last: Date.UTC(2026, 2, 20, 8) };
const NOW = Date.UTC(2026, 2, 20, 8, 15, 30);
const AS_OF = Date.UTC(2026, 2, 20, 8, 16);

function ask(text: string, now = NOW, other: typeof LIFE | null = null) {
  const address = new URLSearchParams(text);
  const { query } = parseQuery(address);
  return questionOf(7, { query, address }, { now, workspaceZone: "Asia/Riyadh", life: LIFE, other });
}

describe("now", () => {
  it("is one instant for all that is asked within a minute: its end", () => {
    for (const period of [
      "",
      "period=7d",
      "period=24h",
      "period=today&vs=previous",
      "period=month&vs=year",
    ]) {
      const first = ask(period, AS_OF - MINUTE + 1);
      expect(first.asOf).toBe(AS_OF);
      expect(ask(period, AS_OF)).toEqual(first);
      expect(ask(period, AS_OF + 1)).not.toEqual(first);
    }
    expect([minuteOf(0), minuteOf(1), minuteOf(MINUTE), minuteOf(MINUTE + 1)]).toEqual([
      0,
      MINUTE,
      MINUTE,
      2 * MINUTE,
    ]);
  });

  it("ends a period that still runs, and what it is compared with is as long", () => {
    for (const period of ["7d", "24h", "today", "week", "month", "year", "2026-03-10..2026-03-31"]) {
      const { from, to, before, asOf } = ask(`period=${period}&vs=previous`);
      expect([to, asOf], period).toEqual([AS_OF, AS_OF]);
      expect((before?.to ?? 0) - (before?.from ?? 0), period).toBe(to - from);
    }
  });
});

describe("answers about whole cascades", () => {
  it.each([
    ["", AS_OF],
    ["period=7d", AS_OF],
    ["period=yesterday", Date.UTC(2026, 2, 19, 21)],
    ["period=2026-03-02..2026-03-05", Date.UTC(2026, 2, 5, 21)],
    ["period=2026-03-02..2026-03-31", AS_OF],
    ["period=2027-01-01..2027-01-31", AS_OF],
  ])("of '%s' speak as of the end of a period that is over, else as of now", (address, wholeAsOf) => {
    expect(ask(address)).toMatchObject({ wholeAsOf, asOf: AS_OF });
  });

  it("of a campaign that ended long ago speak as of now: its shares have grown old", () => {
    const later = AS_OF + 300 * DAY;
    expect(ask("", later)).toMatchObject({ wholeAsOf: later, to: LIFE.last + 1 });
  });
});

describe("what an address names", () => {
  it.each([
    ["", 7],
    ["horizon=14d", 14],
    ["horizon=30d", 30],
    ["horizon=8d", 7],
    ["horizon=30", 7],
    ["horizon=", 7],
  ])("'%s' is a horizon of %i days", (address, days) => {
    expect(horizonOf(new URLSearchParams(address))).toBe(days);
    expect(ask(address).horizon).toBe(days * DAY);
  });

  it("is kept where some answer reads it, and nothing else is", () => {
    const address = OPTIONS.map((name) => `${name}=${name}-1`).join("&");
    expect(ask(address).options).toEqual(Object.fromEntries(OPTIONS.map((name) => [name, `${name}-1`])));
    // All rows are for files: no address of a page may ask for them.
    expect(ask("rows=all&campaignId=9&asOf=0&sort=k&toString=1").options).toEqual({ sort: "k" });
    expect(ask("sort=k&sort=people").options).toEqual({ sort: "k" });
    expect(ask("rows=all&campaignId=9&asOf=0")).toMatchObject({ campaignId: 7, asOf: AS_OF });
  });

  it("is the question's zone, steps, filters and comparison", () => {
    const text = "period=28d&zone=Asia/Kathmandu&grain=hour&where=channel:x&vs=campaign-3";
    const question = ask(text, NOW, { first: 5, last: 9 });
    expect(question).toMatchObject({
      zone: "Asia/Kathmandu",
      grain: "hour",
      filters: [{ dimension: "channel", isNot: false, values: ["x"] }],
      before: { campaignId: 3, from: question.from, to: question.to },
    });
    expect(ask(text).before).toBeNull();
    expect(ask("").zone).toBe("Asia/Riyadh");
  });
});
