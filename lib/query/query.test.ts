import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GRAINS } from "#lib/time/grain.ts";
import { movePeriod } from "./move-period.ts";
import { parseQuery } from "./parse-query.ts";
import { periodOfStep } from "./period-of-step.ts";
import { DIMENSIONS, INITIAL_QUERY, PRESETS, type Query, SHIFTS } from "./query.ts";
import { queryString } from "./query-string.ts";
import { resolveQuery } from "./resolve-query.ts";
import { toggleValue } from "./toggle-value.ts";

const days = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const queries: fc.Arbitrary<Query> = fc.record({
  period: fc.oneof(
    fc.constantFrom(...PRESETS).map((preset) => ({ preset })),
    fc.tuple(days, days).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a })),
  ),
  grain: fc.option(fc.constantFrom(...GRAINS)),
  zone: fc.option(fc.constantFrom("Asia/Riyadh", "America/New_York", "UTC")),
  comparison: fc.option(
    fc.oneof(
      fc.constantFrom(...SHIFTS).map((kind) => ({ kind })),
      days.map((from) => ({ kind: "day" as const, from })),
      fc.integer({ min: 1, max: 999 }).map((campaignId) => ({ kind: "campaign" as const, campaignId })),
    ),
  ),
  filters: fc.uniqueArray(
    fc.record({
      dimension: fc.constantFrom(...DIMENSIONS),
      isNot: fc.boolean(),
      values: fc.uniqueArray(fc.string({ minLength: 1, unit: "binary" }), { minLength: 1, maxLength: 4 }),
    }),
    { selector: ({ dimension, isNot }) => `${dimension}${isNot}` },
  ),
});

const sorted = (query: Query) => ({
  ...query,
  filters: query.filters
    .map((filter) => ({ ...filter, values: filter.values.toSorted() }))
    .toSorted((a, b) => {
      return (
        DIMENSIONS.indexOf(a.dimension) - DIMENSIONS.indexOf(b.dimension) || Number(a.isNot) - Number(b.isNot)
      );
    }),
});

describe("a question in an address", () => {
  it("comes back as it was written, whatever its values hold", () => {
    fc.assert(
      fc.property(queries, (query) => {
        const parsed = parseQuery(new URLSearchParams(queryString(query)));
        expect(parsed).toEqual({ query: sorted(query), faults: [] });
        expect(queryString(parsed.query)).toBe(queryString(query));
      }),
    );
  });

  it("leaves out what makes no sense, and says so", () => {
    const address =
      "period=soon&grain=blink&zone=Mars/Base&vs=2026-02-30&where=colour:red&where=channel:&x=1";
    expect(parseQuery(new URLSearchParams(address))).toEqual({
      query: INITIAL_QUERY,
      faults: [
        ...["where=colour:red", "where=channel:", "period=soon", "grain=blink", "zone=Mars/Base"],
        "vs=2026-02-30",
      ],
    });
    expect(parseQuery(new URLSearchParams("period=7d&grain=day")).query).toMatchObject({
      ...{ period: { preset: "7d" }, grain: "day" },
    });
  });

  it("keeps the parameters of others and stays readable", () => {
    const query = toggleValue({ ...INITIAL_QUERY, period: { preset: "7d" } }, "channel", "email");
    expect(queryString(query, new URLSearchParams("sort=k&period=28d"))).toBe(
      "?period=7d&where=channel:email&sort=k",
    );
  });

  it("takes a value in and out again", () => {
    const once = toggleValue(INITIAL_QUERY, "channel", "sms", true);
    const twice = toggleValue(once, "channel", "email", true);
    expect(twice.filters).toEqual([{ dimension: "channel", isNot: true, values: ["email", "sms"] }]);
    expect(toggleValue(toggleValue(twice, "channel", "sms", true), "channel", "email", true)).toEqual(
      INITIAL_QUERY,
    );
  });
});

describe("the instants of a question", () => {
  const iso = (at: number) => new Date(at).toISOString();
  const now = Date.parse("2026-03-18T09:30:00Z");
  const life = { first: Date.parse("2026-01-05T10:00:00Z"), last: Date.parse("2026-03-18T08:00:00Z") };
  const ask = (address: string, other?: typeof life) => {
    const { query } = parseQuery(new URLSearchParams(address));
    const frame = resolveQuery(query, { now, workspaceZone: "Asia/Riyadh", life, other: other ?? null });
    const { from, to, before } = frame;
    return [from, to, ...(before === null ? [] : [before.from, before.to])].map(iso);
  };

  it.each([
    ["period=today&vs=previous", "17T21:00", "18T09:30", "16T21:00", "17T09:30"],
    ["period=yesterday&vs=previous", "16T21:00", "17T21:00", "15T21:00", "16T21:00"],
    ["period=24h&vs=previous", "17T09:30", "18T09:30", "16T09:30", "17T09:30"],
    ["period=7d&vs=previous", "11T21:00", "18T09:30", "04T21:00", "11T09:30"],
    ["period=today&vs=weekday", "17T21:00", "18T09:30", "10T21:00", "11T09:30"],
    ["period=week", "15T21:00", "18T09:30"],
    ["period=2026-03-02..2026-03-03&vs=previous", "01T21:00", "03T21:00"],
    ["period=2026-03-18..2026-03-20", "17T21:00", "18T09:30"],
    ["period=2026-03-20..2026-03-20", "19T21:00", "20T21:00"],
  ])("%s", (address, ...expected) => {
    const shown = ask(address);
    expected.forEach((text, i) => {
      expect(shown[i]).toBe(`2026-03-${text}:00.000Z`);
    });
  });

  it("compares the elapsed part of months and years", () => {
    expect(ask("period=month&vs=previous").slice(2)).toEqual([
      "2026-01-31T21:00:00.000Z",
      "2026-02-18T09:30:00.000Z",
    ]);
    expect(ask("period=last-month&vs=previous")).toEqual([
      ...["2026-01-31T21:00:00.000Z", "2026-02-28T21:00:00.000Z"],
      ...["2025-12-31T21:00:00.000Z", "2026-01-28T21:00:00.000Z"],
    ]);
    expect(ask("period=month&vs=year").slice(2)).toEqual([
      "2025-02-28T21:00:00.000Z",
      "2025-03-18T09:30:00.000Z",
    ]);
  });

  it("lays one launch upon another, and has nothing before a launch", () => {
    const other = { first: Date.parse("2025-05-01T00:00:00Z"), last: Date.parse("2025-06-01T00:00:00Z") };
    expect(ask("vs=campaign-2", other)[2]).toBe("2025-05-01T00:00:00.000Z");
    expect(ask("vs=campaign-2")).toHaveLength(2);
    expect(ask("vs=previous")).toHaveLength(2);
    expect(ask("vs=2025-03-01")[2]).toBe("2025-02-28T21:00:00.000Z");
  });

  it("coarsens steps that could not be told apart", () => {
    const grainOf = (address: string) =>
      resolveQuery(parseQuery(new URLSearchParams(address)).query, { now, workspaceZone: "UTC", life }).grain;
    expect(grainOf("period=24h")).toBe("hour");
    expect(grainOf("period=28d")).toBe("day");
    expect(grainOf("period=28d&grain=hour")).toBe("hour");
    expect(grainOf("period=90d&grain=hour")).toBe("day");
    expect(grainOf("period=2020-01-01..2026-01-01")).toBe("month");
  });

  it("narrow to the days of a step", () => {
    const clock = Date.UTC(2026, 1, 1, 5);
    expect(periodOfStep(clock, "hour")).toEqual({ from: "2026-02-01", to: "2026-02-01" });
    expect(periodOfStep(clock, "day")).toEqual({ from: "2026-02-01", to: "2026-02-01" });
    expect(periodOfStep(Date.UTC(2026, 1, 2), "week")).toEqual({ from: "2026-02-02", to: "2026-02-08" });
    expect(periodOfStep(Date.UTC(2026, 1, 1), "month")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  });

  it("moves by whole periods, and not into the future", () => {
    const at = { zone: "Asia/Riyadh", now };
    const span = { from: Date.parse("2026-03-11T21:00:00Z"), to: now };
    expect(movePeriod(span, -1, at)).toEqual({ from: "2026-03-05", to: "2026-03-11" });
    expect(movePeriod(span, 1, at)).toBeNull();
    const past = { from: Date.parse("2026-03-01T21:00:00Z"), to: Date.parse("2026-03-03T21:00:00Z") };
    expect(movePeriod(past, 1, at)).toEqual({ from: "2026-03-04", to: "2026-03-05" });
  });
});
