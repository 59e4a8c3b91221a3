import { describe, expect, it, test } from "vitest";
import { selectActivity } from "#lib/answers/selection/select-activity.ts";
import { event, inputsOf } from "#lib/answers/testing/event-log.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { analyseAudience } from "./answer.ts";

const FRAME = { asOf: 30 * DAY, horizon: 7 * DAY };

/** What is shown of countries that so many visitors state. */
function groupsOf(sizes: Readonly<Record<string, number>>, planned: readonly string[] = []) {
  const visits = Object.entries(sizes).flatMap(([country, people]) =>
    Array.from({ length: people }, (_, i) =>
      event("visit", HOUR + i, { person: `${country}${i}`, via: "s", attributes: { country } }),
    ),
  );
  const log = [event("share", 0, { person: "S", code: "s", seedKind: "paid" }), ...visits];
  const selection = selectActivity(inputsOf(log, FRAME), { from: 0, to: FRAME.asOf, ...FRAME, filters: [] });
  const found = analyseAudience(selection, { country: planned }).attributes[0];
  if (found === undefined) throw new Error("nobody stated a country");
  return { ...found, shown: found.groups.map(({ value }) => value).join(" ") };
}

describe("groups of an audience", () => {
  test.each([
    ["all are large enough", { SA: 30, EG: 10, AE: 5 }, "SA EG AE", { groups: 0, people: 0 }],
    ["two small ones hide each other", { SA: 30, EG: 10, AE: 4, KW: 1 }, "SA EG", { groups: 2, people: 5 }],
    ["two that are four together do not", { SA: 30, EG: 10, AE: 2, KW: 2 }, "SA", { groups: 3, people: 14 }],
    ["a lone one takes the next with it", { SA: 30, EG: 10, AE: 4 }, "SA", { groups: 2, people: 14 }],
    ["a lone one of one, too", { SA: 30, EG: 5, AE: 1 }, "SA", { groups: 2, people: 6 }],
    ["of two groups a lone one takes both", { SA: 30, EG: 4 }, "", { groups: 2, people: 34 }],
    ["one group is shown from five on", { SA: 5 }, "SA", { groups: 0, people: 0 }],
    ["and hidden below", { SA: 4 }, "", { groups: 1, people: 4 }],
  ])("%s", (_name, sizes, shown, hidden) => {
    expect(groupsOf(sizes)).toMatchObject({ shown, hidden });
  });

  it("never leave fewer than five people, or a lone group below five, to be had by subtraction", () => {
    for (let a = 0; a < 12; a++) {
      for (let b = 0; b <= a; b++) {
        const { known, groups, hidden } = groupsOf({ SA: 12, EG: a, AE: b, KW: Math.min(b, 2) });
        const left = known - groups.reduce((sum, { people }) => sum + people, 0);
        expect(left).toBe(hidden.people);
        expect(left === 0 || left >= 5 || groups.length === 0).toBe(true);
        expect(hidden.groups === 1 && groups.length > 0).toBe(false);
        expect(groups.every(({ people }) => people >= 5)).toBe(true);
      }
    }
  });

  it("do not tell through the part on target how many of the hidden are planned", () => {
    const some = groupsOf({ SA: 30, EG: 20, AE: 4, KW: 3 }, ["SA", "AE"]);
    expect(some.onTarget?.value).toBeCloseTo(30 / 50, 12);
    expect(some.missed).toEqual(["AE"]);
    const none = groupsOf({ SA: 30, EG: 20, AE: 4, KW: 3 }, ["SA"]);
    expect(none.onTarget?.value).toBeCloseTo(30 / 57, 12);
  });
});

describe("rates of groups", () => {
  /** Countries of which so many of as many visitors of each of ten seeds share. */
  function ratesOf(countries: Readonly<Record<string, readonly [people: number, sharing: number]>>) {
    const seeds = Array.from({ length: 10 }, (_, i) =>
      event("share", i, { person: `S${i}`, code: `s${i}`, seedKind: "paid" }),
    );
    const visits = Object.entries(countries).flatMap(([country, [people, sharing]]) =>
      seeds.flatMap((_, seed) =>
        Array.from({ length: people }, (__, i) => {
          const said = { person: `${country}${seed}.${i}`, via: `s${seed}`, attributes: { country } };
          const visit = event("visit", HOUR + i, said);
          // Seeds are unlike each other, or all that differs would be chance.
          const shares = i < sharing + (seed % 2);
          return shares
            ? [visit, event("share", 2 * HOUR + i, { ...said, code: `${said.person}!` })]
            : [visit];
        }).flat(),
      ),
    );
    const selection = selectActivity(inputsOf([...seeds, ...visits], FRAME), {
      ...{ from: 0, to: FRAME.asOf, ...FRAME, filters: [] },
    });
    const found = analyseAudience(selection, {}).attributes[0];
    if (found === undefined) throw new Error("nobody stated a country");
    return found;
  }

  it("are drawn towards those of all groups shown, from three on", () => {
    const { pooling, groups } = ratesOf({ SA: [20, 2], EG: [20, 8], AE: [20, 15] });
    expect(pooling).toMatchObject({ shareRate: "differ" });
    const byName = new Map(groups.map((group) => [group.value, group]));
    const pooledOf = (name: string) => byName.get(name)?.shareRatePooled.value ?? Number.NaN;
    const ownOf = (name: string) => byName.get(name)?.shareRate.value ?? Number.NaN;
    expect(pooledOf("SA")).toBeGreaterThan(ownOf("SA"));
    expect(pooledOf("AE")).toBeLessThan(ownOf("AE"));
    expect(pooledOf("SA")).toBeLessThan(pooledOf("EG"));
  });

  it("are not pooled of two, nor of what is hidden", () => {
    const two = ratesOf({ SA: [20, 2], EG: [20, 8] });
    expect(two.pooling.shareRate).toBe("too-few");
    expect(two.groups.every(({ shareRatePooled }) => shareRatePooled.value === null)).toBe(true);
  });

  it("that differ by no more than chance are one", () => {
    const { pooling, groups } = ratesOf({ SA: [20, 5], EG: [20, 5], AE: [20, 5] });
    expect(pooling.shareRate).toBe("alike");
    expect(new Set(groups.map(({ shareRatePooled }) => shareRatePooled.value)).size).toBe(1);
  });
});

describe("K of groups", () => {
  /** Ten seeds; each brings so many sharers of each country, and each of them so many children, who state none. */
  function audienceOf(
    countries: Readonly<Record<string, readonly [sharers: number, children: number, seeds?: number]>>,
  ) {
    const log = Array.from({ length: 10 }, (_, seed) => [
      event("share", seed, { person: `S${seed}`, code: `s${seed}`, seedKind: "paid" }),
      ...Object.entries(countries).flatMap(([country, [sharers, children, seeds = 10]]) =>
        Array.from({ length: seed < seeds ? sharers : 0 }, (__, i) => {
          const code = `${country}${seed}.${i}`;
          const own = { person: code, code, via: `s${seed}`, attributes: { country } };
          // Seeds are unlike each other, or all that differs would be chance.
          const born = Array.from({ length: children + ((i + seed) % 2) }, (___, child) =>
            event("share", 2 * HOUR + child, {
              person: `${code}-${child}`,
              code: `${code}-${child}`,
              via: code,
            }),
          );
          return [event("share", HOUR + i, own), ...born];
        }).flat(),
      ),
    ]).flat();
    log.sort((a, b) => a.occurredAt - b.occurredAt);
    const frame = { from: 0, to: FRAME.asOf, ...FRAME, filters: [] };
    const [found] = analyseAudience(selectActivity(inputsOf(log, FRAME), frame), {}).attributes;
    if (found === undefined) throw new Error("nobody stated a country");
    return { ...found, names: found.groups.map(({ value }) => value) };
  }

  it("counts the children of the shares that its people made, raw beside pooled, and ranks by the pooled one", () => {
    const { groups, names, rankedBy, pooling } = audienceOf({ SA: [8, 0], EG: [6, 1], AE: [4, 4] });
    expect(groups.map(({ value, k }) => [value, k.value])).toEqual([
      ["AE", 4.5],
      ["EG", 1.5],
      ["SA", 0.5],
    ]);
    expect([rankedBy, pooling.k, names]).toEqual(["k", "differ", ["AE", "EG", "SA"]]);
    const [most, , least] = groups;
    expect(most?.kPooled.value).toBeLessThan(4.5);
    expect(least?.kPooled.value).toBeGreaterThan(0.5);
  });

  it("ranks no group of a single cascade, which shows the mean of all", () => {
    const { groups, names } = audienceOf({ SA: [8, 0], EG: [6, 1], AE: [4, 4], QA: [9, 9, 1] });
    expect(names).toEqual(["AE", "EG", "SA", "QA"]);
    const [, , least, alone] = groups;
    expect(alone?.kPooled).toMatchObject({ note: "too-few-to-tell" });
    expect(alone?.kPooled.value).toBeGreaterThan(least?.kPooled.value ?? Infinity);
  });

  it("ranks nothing by what does not differ, or of fewer than three", () => {
    const alike = audienceOf({ SA: [8, 1], EG: [6, 1], AE: [4, 1] });
    expect([alike.pooling.k, alike.rankedBy, alike.names]).toEqual(["alike", null, ["SA", "EG", "AE"]]);
    const two = audienceOf({ SA: [8, 0], EG: [6, 4] });
    expect([two.pooling.k, two.rankedBy, two.names]).toEqual(["too-few", null, ["SA", "EG"]]);
    expect(two.groups.map(({ kPooled }) => kPooled.value)).toEqual([null, null]);
  });
});
