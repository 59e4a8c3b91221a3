import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { dayAt } from "#lib/time/zone-clock.ts";
import { reportQuestion } from "./question.ts";

const NOW = Date.UTC(2024, 5, 15, 10, 30, 20);
const AS_OF = Date.UTC(2024, 5, 15, 10, 31);
const LIFE = { first: Date.UTC(2024, 2, 1, 5), last: Date.UTC(2024, 5, 10, 8) };
const FREE = { mode: "free", from: null, to: null } as const;
const BOUNDED = { mode: "bounded", from: "2024-03-09", to: "2024-03-12" } as const;
type Dates = typeof FREE | { mode: "bounded" | "fixed"; from: string; to: string };

const ask = (
  dates: Dates,
  request: { fromDay?: string; toDay?: string } = {},
  { now = NOW, zone = "UTC", life = LIFE as typeof LIFE | null } = {},
) => reportQuestion({ campaignId: 7, dates }, request, { now, zone, life });
const spanOf = (...asked: Parameters<typeof ask>) => {
  const question = ask(...asked)?.question;
  return question === undefined ? null : [question.from, question.to];
};
const instant = (text: string) => Date.parse(text);

describe("the question of a report", () => {
  it("is its campaign's whole life where the link and the reader name no day, and nothing beside", () => {
    const found = ask(FREE);
    expect(found?.question).toMatchObject({
      campaignId: 7,
      asOf: AS_OF,
      wholeAsOf: AS_OF,
      from: LIFE.first,
      to: LIFE.last + 1,
      zone: "UTC",
      horizon: 7 * DAY,
      filters: [],
      before: null,
      options: {},
    });
    expect(found?.window).toMatchObject({ fromDay: null, toDay: null });
  });

  it("is the link's days, and of a bounded link any among them", () => {
    const own = [instant("2024-03-09T00:00Z"), instant("2024-03-13T00:00Z")];
    expect(spanOf(BOUNDED)).toEqual(own);
    expect(spanOf({ ...BOUNDED, mode: "fixed" })).toEqual(own);
    expect(spanOf(BOUNDED, { fromDay: "2024-03-10", toDay: "2024-03-10" })).toEqual([
      instant("2024-03-10T00:00Z"),
      instant("2024-03-11T00:00Z"),
    ]);
    expect(spanOf({ ...BOUNDED, mode: "fixed" }, { fromDay: "2024-03-10" })).toBeNull();
    for (const beyond of [{ fromDay: "2024-03-08" }, { toDay: "2024-03-13" }, { fromDay: "yesterday" }])
      expect(spanOf(BOUNDED, beyond)).toBeNull();
  });

  it("begins with the day or the life where one end is open", () => {
    expect(spanOf(FREE, { fromDay: "2024-04-01" })).toEqual([instant("2024-04-01T00:00Z"), LIFE.last + 1]);
    expect(spanOf(FREE, { toDay: "2024-04-01" })).toEqual([LIFE.first, instant("2024-04-02T00:00Z")]);
  });

  it.each([
    ["days before the campaign", { toDay: "2024-02-01" }, instant("2024-02-02T00:00Z")],
    ["days to come", { fromDay: "2025-01-01" }, instant("2025-01-01T00:00Z")],
    ["days to come that end", { fromDay: "2025-01-01", toDay: "2025-01-31" }, instant("2025-01-01T00:00Z")],
  ])("is about nothing for %s", (_, request, at) => {
    expect(spanOf(FREE, request)).toEqual([at, at]);
  });

  it("ends now for a day that still runs", () => {
    const bounded = { ...BOUNDED, to: "2024-06-30" };
    expect(spanOf(bounded)).toEqual([instant("2024-03-09T00:00Z"), AS_OF]);
    expect(spanOf(bounded, { fromDay: "2024-06-15", toDay: "2024-06-15" })).toEqual([
      instant("2024-06-15T00:00Z"),
      AS_OF,
    ]);
  });

  it("is there before the first event, about nothing", () => {
    const [from, to] = spanOf(FREE, {}, { life: null }) ?? [];
    expect(from).toBe(AS_OF);
    expect((to ?? 0) - (from ?? 0)).toBeLessThanOrEqual(1);
    expect(spanOf(BOUNDED, {}, { life: null })).toEqual(spanOf(BOUNDED));
  });

  it("has steps that fit the days shown, not the campaign's", () => {
    const day = { fromDay: "2024-03-10", toDay: "2024-03-10" };
    expect([ask(FREE)?.question.grain, ask(FREE, day)?.question.grain]).toEqual(["day", "hour"]);
  });
});

/** Days by the clock of a zone, where it changes by an hour, by half of one, at midnight, and where it is off the hour. */
it.each([
  ["Asia/Kathmandu", "2024-03-10", "2024-03-09T18:15Z", "2024-03-10T18:15Z"],
  ["America/St_Johns", "2024-03-10", "2024-03-10T03:30Z", "2024-03-11T02:30Z"],
  ["America/St_Johns", "2024-11-03", "2024-11-03T02:30Z", "2024-11-04T03:30Z"],
  ["Australia/Lord_Howe", "2024-04-07", "2024-04-06T13:00Z", "2024-04-07T13:30Z"],
  ["Australia/Lord_Howe", "2024-10-06", "2024-10-05T13:30Z", "2024-10-06T13:00Z"],
  // Its midnight is skipped: the day begins at one.
  ["Africa/Cairo", "2024-04-26", "2024-04-25T22:00Z", "2024-04-26T21:00Z"],
  // Its last hour comes twice.
  ["Africa/Cairo", "2024-10-31", "2024-10-30T21:00Z", "2024-10-31T22:00Z"],
  ["Europe/London", "2024-10-27", "2024-10-26T23:00Z", "2024-10-28T00:00Z"],
])("in %s the day %s is from %s to %s", (zone, day, from, to) => {
  const now = instant("2025-01-01T00:00Z");
  const dates = { mode: "fixed", from: day, to: day } as const;
  expect(spanOf(dates, {}, { now, zone })).toEqual([instant(from), instant(to)]);
  expect(spanOf(FREE, { fromDay: day, toDay: day }, { now, zone })).toEqual([instant(from), instant(to)]);
});

const days = fc.integer({ min: -40, max: 200 }).map((n) => dayAt(LIFE.first + n * DAY, "UTC"));
const zones = fc.constantFrom(
  "UTC",
  "Africa/Cairo",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
);

it("never reaches beyond the link's dates, nor beyond now", () => {
  fc.assert(
    fc.property(days, days, fc.option(days), fc.option(days), zones, (one, other, fromDay, toDay, zone) => {
      const [from = one, to = other] = [one, other].toSorted();
      const request = { ...(fromDay === null ? {} : { fromDay }), ...(toDay === null ? {} : { toDay }) };
      const own = ask({ mode: "bounded", from, to }, {}, { zone })?.question;
      const asked = ask({ mode: "bounded", from, to }, request, { zone });
      const isWithin = (fromDay ?? from) >= from && (toDay ?? to) <= to && (fromDay ?? from) <= (toDay ?? to);
      expect(asked !== null).toBe(isWithin);
      if (asked === null || own === undefined) return;
      expect(asked.question.from).toBeGreaterThanOrEqual(own.from);
      expect(asked.question.to).toBeLessThanOrEqual(Math.max(own.to, asked.question.from));
      expect(asked.question.from).toBeLessThanOrEqual(asked.question.to);
      expect(asked.question.to).toBeLessThanOrEqual(Math.max(AS_OF, asked.question.from));
      expect(asked.question.asOf - NOW).toBeLessThan(MINUTE);
      expect(asked.question.from % (HOUR / 4)).toBe(0);
    }),
  );
});
