import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { edgesCsv } from "#lib/explorer/files/edges-csv.ts";
import { gexf } from "#lib/explorer/files/gexf.ts";
import { graphml } from "#lib/explorer/files/graphml.ts";
import { nodesCsv } from "#lib/explorer/files/nodes-csv.ts";
import { DAY } from "#lib/time/lengths.ts";
import { collapsedShares } from "./collapsed-shares.ts";
import { colourSlots } from "./colour-slots.ts";
import { countByStep } from "./count-by-step.ts";
import { explorerQuery } from "./explorer-query.ts";
import { type ExplorerState, INITIAL_STATE } from "./explorer-state.ts";
import { findShares } from "./find-shares.ts";
import { measureVisible } from "./measure-visible.ts";
import { parseExplorerState } from "./parse-explorer-state.ts";
import { stepBack } from "./step-back.ts";
import { timelineSteps } from "./timeline-steps.ts";
import { visibleShares } from "./visible-shares.ts";

/** root ─ a ─ (c ─ d), root ─ b. */
const SHARES: CascadeShares = {
  code: ["root", "a", "b", "c", "d"],
  parent: [-1, 0, 0, 1, 3],
  person: ["=cmd()", 'Ann <&> "x"', "Ann", "Cy\u0001", "Di"],
  channel: [0, 0, 1, 1, 0],
  channels: ["email", "chat"],
  country: [0, 0, -1, 1, 0],
  countries: ["SA", "EG"],
  mode: [null, "active", "passive", null, null],
  at: [0, 1000, 2000, 3000, 10_000],
  depth: [0, 1, 1, 2, 3],
  children: [2, 1, 0, 1, 0],
  descendants: [4, 2, 0, 1, 0],
  faults: [0, 4, 0, 0, 0],
  evidence: [null, "stated", "touch", "stated", "stated"],
};
const OPEN = {
  branch: null,
  from: null,
  until: null,
  channel: null,
  country: null,
  mode: null,
  evidence: null,
  flag: null,
};
const seen = (filter: Partial<Parameters<typeof visibleShares>[1]>) =>
  [...visibleShares(SHARES, { ...OPEN, ...filter })].join("");
const parse = (query: string) => parseExplorerState(new URLSearchParams(query));

describe("the state in the address", () => {
  it("comes back as it went", () => {
    const code = fc.option(fc.string({ minLength: 1, unit: "grapheme" }));
    const at = fc.option(fc.integer({ min: 0, max: 4e12 }));
    const states: fc.Arbitrary<ExplorerState> = fc.record({
      view: fc.constantFrom("time", "bubble", "radial", "table"),
      scale: fc.constantFrom("linear", "log", null),
      colour: fc.constantFrom("channel", "country", "mode", "evidence", "age"),
      ...{ selected: code, branch: code, compared: code, channel: code, country: code, from: at, until: at },
      below: fc.option(fc.nat({ max: 999_999 })),
      toggled: fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 5 }),
      mode: fc.constantFrom("active", "passive", null),
      evidence: fc.constantFrom("stated", "touch", null),
      flag: fc.constantFrom("orphan", "cycle", "skew", null),
      search: fc.string(),
      opened: fc.array(fc.record({ code: fc.string({ minLength: 1 }), step: fc.nat({ max: 24 }) }), {
        maxLength: 4,
      }),
      plane: fc.constantFrom(
        null,
        { zoom: 2.8284, left: 0, top: 0.25 },
        { zoom: 4096, left: 0.1234567, top: 0.9 },
      ),
      sort: fc.constantFrom("person", "after", "generation", "code"),
      order: fc.constantFrom("asc", "desc"),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(parse(explorerQuery(state))).toEqual(state);
      }),
      { seed: 6 },
    );
    expect(explorerQuery(INITIAL_STATE)).toBe("");
  });

  it("ignores junk", () => {
    for (const at of [
      "",
      "1",
      "2,0",
      "0.5,0,0",
      "1,0,0",
      "2,0,1",
      "2,-0.1,0",
      "9999,0,0",
      "2,0,0,0",
      "2,x,0",
    ])
      expect(parse(`at=${at}`)).toEqual(INITIAL_STATE);
    expect(parse("open=&open=3&open=x.a&open=25.a&open=3.a.b").opened).toEqual([{ step: 3, code: "a.b" }]);
    expect(parse("at=2,0,0.5").plane).toEqual({ zoom: 2, left: 0, top: 0.5 });
    expect(
      parse("view=x&below=-1&from=today&until=2026-13-01T00:00:00Z&flag=&mode=ACTIVE&sort=1&z=1"),
    ).toEqual(INITIAL_STATE);
    expect(parse("below=2").below).toBe(2);
  });

  it("is undone one thing at a time", () => {
    const state = { ...INITIAL_STATE, selected: "a", from: 1, until: 2, branch: "b" };
    const once = stepBack(state);
    expect(once).toEqual({ ...state, selected: null });
    expect(stepBack(once)).toEqual({ ...once, from: null, until: null });
    expect(stepBack(stepBack(once))).toEqual(INITIAL_STATE);
    expect(stepBack(INITIAL_STATE)).toBe(INITIAL_STATE);
  });
});

describe("what is in sight", () => {
  it.each([
    [{}, "11111"],
    [{ branch: 1 }, "01011"],
    [{ from: 1000, until: 3000 }, "01100"],
    [{ channel: "chat" }, "00110"],
    [{ channel: "no such" }, "00000"],
    [{ mode: "passive" as const }, "00100"],
    [{ evidence: "touch" as const }, "00100"],
    [{ flag: "skew" as const }, "01000"],
    [{ country: "SA" }, "11001"],
    [{ country: "no such" }, "00000"],
    [{ branch: 1, channel: "email" }, "01001"],
  ])("%j lets %s through", (filter, expected) => expect(seen(filter)).toBe(expected));

  it("has the figures of the cascade when all of it is", () => {
    expect(measureVisible(SHARES, visibleShares(SHARES, OPEN))).toEqual({
      ...{ size: 5, sharers: 5, depth: 3, breadths: [1, 2, 1, 1], structuralVirality: 2 },
      ...{ directShare: 0.5, largestBranch: 0.6, timeToHalf: 2000 },
    });
  });

  it("keeps a share whose parent is hidden in its generation, its distances through the hidden", () => {
    const mask = visibleShares(SHARES, { ...OPEN, channel: "email", branch: 1 });
    expect(measureVisible(SHARES, mask, 1)).toMatchObject({
      ...{ size: 2, depth: 2, breadths: [1, 0, 1], structuralVirality: 2, directShare: 0 },
    });
    expect(measureVisible(SHARES, new Uint8Array(5))).toMatchObject({ size: 0, structuralVirality: null });
  });

  it("folds at a generation but for what is toggled", () => {
    expect([...collapsedShares(SHARES, { below: 1, toggled: [] })]).toEqual([1]);
    expect([...collapsedShares(SHARES, { below: 1, toggled: [1, 3] })]).toEqual([3]);
  });

  it("is coloured by country, the unknown and those beyond the named each in a colour of their own", () => {
    expect([...colourSlots(SHARES, "country", 8)]).toEqual([0, 0, 7, 1, 0]);
    const many = { ...SHARES, country: [0, 4, 5, 6, 7], countries: [..."abcdefgh"] };
    expect([...colourSlots(many, "country", 8)]).toEqual([0, 4, 5, 6, 6]);
  });

  it("is found by person and code", () => {
    const all = visibleShares(SHARES, OPEN);
    expect(findShares(SHARES, all, " ANN ")).toEqual([1, 2]);
    expect(findShares(SHARES, all, "")).toEqual([]);
  });
});

it.each(["linear", "log"] as const)("every share falls into one step of a %s timeline", (scale) => {
  for (const longest of [0, 1, 999, 10_000, DAY * 400]) {
    const bounds = timelineSteps(longest, scale);
    expect(bounds.length).toBeLessThanOrEqual(74);
    expect(bounds.at(-1)).toBeGreaterThan(longest);
    expect([...bounds].every((bound, i) => i === 0 || bound > bounds[i - 1]!)).toBe(true);
  }
  const counts = countByStep(SHARES, visibleShares(SHARES, OPEN), timelineSteps(10_000, scale));
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(5);
});

describe("files", () => {
  const rows = [0, 1, 3, 4];
  it("hold nodes that no spreadsheet runs, and the links among them", () => {
    const lines = nodesCsv(SHARES, rows, "Asia/Aden").split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFFcode,parent,person,/);
    expect(lines[1]).toBe("root,,'=cmd(),email,SA,,1970-01-01T03:00:00+03:00,0,0,2,4,,");
    expect(lines[2]).toContain('"Ann <&> ""x"""');
    expect(edgesCsv(SHARES, [0, 3, 4]).split("\r\n").slice(1)).toEqual(["c,d,email,7,stated", ""]);
  });

  it.each([
    ["GraphML", graphml],
    ["GEXF", gexf],
  ])("are well-formed %s", (_name, write) => {
    const text = write(SHARES, rows, "UTC");
    const open: string[] = [];
    for (const [, close, tag = "", rest = ""] of text.matchAll(
      /<(\/?)([a-z]+)((?:\s+[\w.]+="[^"<]*")*\s*\/?)>/g,
    )) {
      if (close === "/") expect(open.pop()).toBe(tag);
      else if (!rest.endsWith("/")) open.push(tag);
    }
    expect(open).toEqual([]);
    expect(text).toContain("Ann &lt;&amp;&gt; &quot;x&quot;");
    expect(text).toMatch(/lag_seconds"[^>]*(?:>7<|value="7")/);
    expect(text).toContain("Cy\uFFFD");
    expect(text.match(/<node /g)).toHaveLength(4);
    expect(text.match(/<edge /g)).toHaveLength(3);
  });
});
