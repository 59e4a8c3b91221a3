import { describe, expect, it } from "vitest";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { pathToRoot } from "#lib/cascade/path-to-root.ts";
import { cascadeFilterQuery } from "#lib/explorer/cascade-filter-query.ts";
import { parseCascadeFilter } from "#lib/explorer/parse-cascade-filter.ts";
import { sortShares } from "#lib/explorer/sort-shares.ts";
import { stepInTree } from "#lib/explorer/step-in-tree.ts";
import { timeToHalf } from "#lib/explorer/time-to-half.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { nearestMark } from "./nearest-mark.ts";
import { timeTicks } from "./time-ticks.ts";

/** 0 → 1, 2, 3; 2 → 4, 5. */
const PARENT = [-1, 0, 0, 0, 2, 2];

describe("timeTicks", () => {
  it("puts round times at their places on a linear axis", () => {
    expect(timeTicks(2.5 * HOUR, "linear", 6)).toEqual([
      { lag: 0, x: 0 },
      { lag: 0.5 * HOUR, x: 0.2 },
      { lag: HOUR, x: 0.4 },
      { lag: 1.5 * HOUR, x: 0.6 },
      { lag: 2 * HOUR, x: 0.8 },
      { lag: 2.5 * HOUR, x: 1 },
    ]);
  });

  it.each([1, 900, 61_000, HOUR, 90 * HOUR, 1e13])("keeps to the number asked for, %d ms", (longest) => {
    for (const timeScale of ["linear", "log"] as const) {
      const ticks = timeTicks(longest, timeScale, 6);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(ticks.every(({ x }) => x >= 0 && x <= 1)).toBe(true);
    }
  });

  it("places logarithmic ticks where the layout places the shares", () => {
    const ticks = timeTicks(24 * HOUR, "log", 10);
    expect(ticks.find(({ lag }) => lag === HOUR)?.x).toBeCloseTo(Math.log1p(3600) / Math.log1p(86_400), 12);
  });

  it("has the root alone when nothing came later", () => {
    expect(timeTicks(0, "linear", 6)).toEqual([{ lag: 0, x: 0 }]);
  });
});

describe("nearestMark", () => {
  it("takes the nearest within reach, its edge included", () => {
    expect(nearestMark([0, 10, 20], [0, 0, 0], { x: 12, y: 0 }, 12)).toBe(1);
    expect(nearestMark([0], [0], { x: 12, y: 0 }, 12)).toBe(0);
  });

  it("takes none beyond", () => {
    expect(nearestMark([0], [0], { x: 12.1, y: 0 }, 12)).toBe(-1);
    expect(nearestMark([], [], { x: 0, y: 0 }, 12)).toBe(-1);
  });
});

describe("timeToHalf", () => {
  it("is the lag of the share that makes half, in any order", () => {
    expect(timeToHalf([100, 500, 200, 300])).toBe(100);
    expect(timeToHalf([100, 500, 200, 300, 900])).toBe(200);
  });

  it("is unknown for one share", () => {
    expect(timeToHalf([100])).toBeNull();
  });

  it("does not go below 0", () => {
    expect(timeToHalf([100, 50, 20, 10])).toBe(0);
  });
});

describe("the tree", () => {
  it("is climbed to the root", () => {
    expect(pathToRoot(PARENT, 4)).toEqual([4, 2, 0]);
    expect(pathToRoot(PARENT, 0)).toEqual([0]);
  });

  it("is walked step by step", () => {
    expect(stepInTree(PARENT, 4, "parent")).toBe(2);
    expect(stepInTree(PARENT, 0, "firstChild")).toBe(1);
    expect(stepInTree(PARENT, 2, "firstChild")).toBe(4);
    expect(stepInTree(PARENT, 2, "nextSibling")).toBe(3);
    expect(stepInTree(PARENT, 2, "previousSibling")).toBe(1);
  });

  it("holds one who has nowhere to go", () => {
    expect(stepInTree(PARENT, 0, "parent")).toBe(0);
    expect(stepInTree(PARENT, 0, "nextSibling")).toBe(0);
    expect(stepInTree(PARENT, 1, "firstChild")).toBe(1);
    expect(stepInTree(PARENT, 1, "previousSibling")).toBe(1);
    expect(stepInTree(PARENT, 3, "nextSibling")).toBe(3);
  });
});

describe("the filter of a list", () => {
  it("survives the URL", () => {
    const filter = {
      sort: "virality",
      order: "asc",
      channel: "a & b",
      minSize: 3,
      seeded: false,
      page: 2,
    } as const;
    const query = Object.fromEntries(new URLSearchParams(cascadeFilterQuery(filter)));
    expect(parseCascadeFilter(query)).toEqual(filter);
  });

  it("takes nonsense as absent, and writes defaults as nothing", () => {
    const filter = parseCascadeFilter({
      sort: "x",
      order: "y",
      minSize: "-1",
      tree: "z",
      page: "0",
      channel: "",
    });
    expect(filter).toEqual({ sort: "size", order: "desc", page: 1 });
    expect(cascadeFilterQuery(filter)).toBe("");
  });
});

describe("sortShares", () => {
  const shares: CascadeShares = {
    code: ["r", "b", "a"],
    parent: [-1, 0, 1],
    person: ["p", "q", "q"],
    channel: [0, 1, 0],
    channels: ["web", "chat"],
    country: [-1, -1, -1],
    countries: [],
    mode: [null, "active", null],
    at: [0, 5, 9],
    depth: [0, 1, 2],
    children: [1, 1, 0],
    descendants: [2, 1, 0],
    faults: [0, 0, 0],
    evidence: [null, "stated", "touch"],
  };

  it("orders by numbers and by text, both ways", () => {
    expect([...sortShares(shares, "after", "desc")]).toEqual([2, 1, 0]);
    expect([...sortShares(shares, "code", "asc")]).toEqual([2, 1, 0]);
    expect([...sortShares(shares, "channel", "asc")]).toEqual([1, 0, 2]);
  });

  it("leaves equals in the cascade's order", () => {
    expect([...sortShares(shares, "person", "desc")]).toEqual([1, 2, 0]);
    expect([...sortShares(shares, "children", "desc")]).toEqual([0, 1, 2]);
  });
});
